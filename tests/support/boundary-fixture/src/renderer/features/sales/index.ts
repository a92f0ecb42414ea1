export { SalesPage as salesRoutes } from './sales-page'
