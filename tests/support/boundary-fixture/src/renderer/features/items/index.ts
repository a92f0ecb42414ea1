export { ItemPage as itemLink } from './item-page'
