import item from '../../../resources/label-templates/item.json' with { type: 'json' }
import shelf from '../../../resources/label-templates/shelf.json' with { type: 'json' }
import bin from '../../../resources/label-templates/bin.json' with { type: 'json' }
import lot from '../../../resources/label-templates/lot.json' with { type: 'json' }
import pallet from '../../../resources/label-templates/pallet.json' with { type: 'json' }
import carton from '../../../resources/label-templates/carton.json' with { type: 'json' }
import address from '../../../resources/label-templates/address.json' with { type: 'json' }
import price from '../../../resources/label-templates/price.json' with { type: 'json' }
import test from '../../../resources/label-templates/test.json' with { type: 'json' }
import { labelTemplate, type LabelTemplate } from './template'

/** The labels that the program brings. */
export const labelTemplates: readonly LabelTemplate[] = [
  item,
  shelf,
  bin,
  lot,
  pallet,
  carton,
  address,
  price,
  test,
].map((template) => labelTemplate.parse(template))
