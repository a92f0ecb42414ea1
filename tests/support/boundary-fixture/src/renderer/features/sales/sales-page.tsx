import { itemLink } from '../items'
import { ItemPage } from '../items/item-page' // breaks: feature
import { Button } from '../../ui/button'

export const SalesPage = [itemLink, ItemPage, Button]
