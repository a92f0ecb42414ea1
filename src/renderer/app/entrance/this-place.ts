export { thisStation as station } from '../station/this-station'
