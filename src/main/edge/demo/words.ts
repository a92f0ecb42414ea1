import type { DemoLanguage } from './catalogue'

/** What the people of the demonstration company write by hand. */
export const demoWords = {
  zh: {
    costs: { 'general-expense': '房租', 'selling-expense': '门店工资', 'bank-charges': '银行手续费' },
    ownVan: '自有车辆',
    parcelService: '快递',
    brokenOnTheWay: '运输途中破损',
    orderedByMistake: '客户订错',
    brokenInWarehouse: '库内破损',
    wrongAddress: '发票抬头地址有误',
  },
  en: {
    costs: { 'general-expense': 'Rent', 'selling-expense': 'Shop wages', 'bank-charges': 'Bank charges' },
    ownVan: 'Own van',
    parcelService: 'Parcel service',
    brokenOnTheWay: 'Broken on the way',
    orderedByMistake: 'Ordered by mistake',
    brokenInWarehouse: 'Broken in the warehouse',
    wrongAddress: 'Wrong invoice address',
  },
} as const satisfies Record<DemoLanguage, unknown>
