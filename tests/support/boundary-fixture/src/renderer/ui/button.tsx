import { App } from '../app/app' // breaks: feature
import { money } from '../../shared/values/money'

export const Button = [App, money]
