import type { InputOf } from '../direct'
import { categories, forms, productLines, type Category, type ProductLine } from './products'
import { Chance } from './random'

export type DemoLanguage = 'zh' | 'en'
export type DemoItem = Omit<InputOf<'items', 'addItem'>, 'supplierId'> & { readonly categoryKey: string }

/** GS1 keeps this prefix for examples: no shop on earth sells these numbers. */
const EXAMPLE_PREFIX = '952'

/** All items of the demonstration company, three pack levels each with a valid barcode. */
export function demoItems(seed: number, language: DemoLanguage): DemoItem[] {
  const chance = new Chance(seed, 'catalogue')
  let number = 0
  return productLines.flatMap((line) => {
    const category = categories.find((entry) => entry.key === line.category)
    if (category === undefined) throw new Error(`no category ${line.category}`)
    return line.sizes.map((size) => {
      number += 1
      return demoItem(line, category, size, number, chance, language)
    })
  })
}

function demoItem(
  line: ProductLine,
  category: Category,
  [sizeZh, sizeEn, grams, costMinor]: ProductLine['sizes'][number],
  number: number,
  chance: Chance,
  language: DemoLanguage,
): DemoItem {
  const names = { zh: `${line.zh} ${sizeZh}`, en: `${line.en} ${sizeEn}` }
  const unit = forms[line.form][language]
  const body = EXAMPLE_PREFIX + String(number).padStart(9, '0')
  return {
    code: `${category.zone}${String(number).padStart(4, '0')}`,
    name: names[language],
    otherName: names[language === 'zh' ? 'en' : 'zh'],
    kind: 'stock',
    category: category[language],
    categoryKey: category.key,
    baseUnit: unit,
    lotTracked: line.days !== null,
    shelfLifeDays: line.days,
    taxCode: category.tax,
    // Whole cents; from 18 to 45 per cent above cost.
    salesPriceMicro: Math.round((costMinor * chance.whole(118, 145)) / 100) * 10_000,
    purchasePriceMicro: costMinor * 10_000,
    weightGrams: grams,
    volumeMillilitres: Math.ceil((grams * category.bulkTenths) / 10),
    packs: [
      { unit, baseQuantity: 1, barcodes: [withCheckDigit(body)] },
      {
        unit: language === 'zh' ? '中包' : 'inner',
        baseQuantity: innerOf(line.inCase),
        barcodes: [withCheckDigit(`1${body}`)],
      },
      { unit: language === 'zh' ? '箱' : 'case', baseQuantity: line.inCase, barcodes: [withCheckDigit(`2${body}`)] },
    ],
  }
}

/** The largest even part of a case that is at most a dozen and half of it. */
function innerOf(inCase: number): number {
  for (let part = Math.min(12, Math.floor(inCase / 2)); part > 1; part -= 1) if (inCase % part === 0) return part
  throw new RangeError(`a case of ${inCase} has no inner pack`)
}

/** A GTIN with its GS1 check digit: weights 3 and 1 from the right. */
export function withCheckDigit(body: string): string {
  let sum = 0
  for (let index = 0; index < body.length; index += 1) {
    const weight = (body.length - index) % 2 === 1 ? 3 : 1
    sum += Number(body[index]) * weight
  }
  return body + String((10 - (sum % 10)) % 10)
}
