import type { InputOf } from '../direct'
import type { DemoLanguage } from './catalogue'
import { categories } from './products'
import { Chance } from './random'

type Partner = InputOf<'parties', 'addPartner'>

const TREES: readonly (readonly [string, string])[] = [
  ['青松', 'Green Pine'],
  ['银杏', 'Ginkgo'],
  ['白桦', 'White Birch'],
  ['翠竹', 'Bamboo'],
  ['金桂', 'Osmanthus'],
  ['红枫', 'Red Maple'],
  ['海棠', 'Crabapple'],
  ['木棉', 'Kapok'],
  ['玉兰', 'Magnolia'],
  ['紫藤', 'Wisteria'],
]
const KINDS: readonly (readonly [string, string, number, number])[] = [
  // Chinese, English, terms in days, shelf life they ask for in days
  ['便利店', 'Convenience Store', 15, 0],
  ['超市', 'Supermarket', 30, 10],
  ['生活馆', 'Living Store', 30, 10],
  ['食堂', 'Canteen', 15, 5],
  ['餐厅', 'Restaurant', 7, 5],
  ['酒店', 'Hotel', 30, 7],
]
const PLACES: readonly (readonly [string, string])[] = [
  ['东湖', 'East Lake'],
  ['长河', 'Long River'],
]

export function demoCustomers(seed: number, language: DemoLanguage): Partner[] {
  const chance = new Chance(seed, 'customers')
  return KINDS.flatMap(([kindZh, kindEn, terms, life], kind) =>
    TREES.map(([zh, en], tree) => ({
      code: `C${String(kind * TREES.length + tree + 1).padStart(3, '0')}`,
      name: language === 'zh' ? `${zh}${kindZh}` : `${en} ${kindEn}`,
      isCustomer: true,
      isSupplier: false,
      paymentTermsDays: terms,
      creditLimitMinor: chance.whole(20, 60) * 1_000_000,
      minimumRemainingLifeDays: life,
      taxNumber: '',
      phone: '',
      email: '',
      address: address(chance, language),
    })),
  )
}

/** Two suppliers for each category. */
export function demoSuppliers(seed: number, language: DemoLanguage): Partner[] {
  const chance = new Chance(seed, 'suppliers')
  return categories.flatMap((category, index) =>
    PLACES.map(([zh, en], place) => ({
      code: `S${String(index * PLACES.length + place + 1).padStart(3, '0')}`,
      name: language === 'zh' ? `${zh}${category.zh}供应` : `${en} ${category.en} Supply`,
      isCustomer: false,
      isSupplier: true,
      paymentTermsDays: chance.pick([15, 30, 30, 45]),
      creditLimitMinor: null,
      minimumRemainingLifeDays: 0,
      taxNumber: '',
      phone: '',
      email: '',
      address: address(chance, language),
    })),
  )
}

function address(chance: Chance, language: DemoLanguage): string {
  const [zh, en] = chance.pick(TREES)
  const house = chance.whole(1, 199)
  return language === 'zh' ? `${zh}路${house}号` : `${house} ${en} Road`
}
