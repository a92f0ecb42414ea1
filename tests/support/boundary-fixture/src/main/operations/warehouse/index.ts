export { bins as plan } from './bin-store'
