import { foodLines } from './food'
import { homeLines } from './home'
import { householdLines } from './household'

export type CategoryKey =
  | 'grain'
  | 'seasoning'
  | 'convenience'
  | 'snack'
  | 'beverage'
  | 'dairy'
  | 'paper'
  | 'cleaning'
  | 'care'
  | 'home'

export type Form = 'bag' | 'bottle' | 'jar' | 'can' | 'box' | 'cup' | 'pack' | 'piece'

/** One product in its sizes. */
export interface ProductLine {
  readonly category: CategoryKey
  readonly zh: string
  readonly en: string
  readonly form: Form
  readonly inCase: number
  /** shelf life; null = neither expiry nor lots */
  readonly days: number | null
  /** Chinese size, English size, grams with wrapping, cost in cents of the currency */
  readonly sizes: readonly (readonly [string, string, number, number])[]
}

export interface Category {
  readonly key: CategoryKey
  readonly zh: string
  readonly en: string
  readonly zone: string
  readonly tax: 'standard' | 'reduced'
  /** millilitres that a gram of it takes up on a shelf, in tenths */
  readonly bulkTenths: number
}

export const categories: readonly Category[] = [
  { key: 'grain', zh: '粮油', en: 'Rice, flour and oil', zone: 'A', tax: 'reduced', bulkTenths: 13 },
  { key: 'seasoning', zh: '调味品', en: 'Seasonings', zone: 'A', tax: 'standard', bulkTenths: 16 },
  { key: 'convenience', zh: '方便食品', en: 'Convenience food', zone: 'A', tax: 'standard', bulkTenths: 30 },
  { key: 'beverage', zh: '饮料', en: 'Beverages', zone: 'B', tax: 'standard', bulkTenths: 13 },
  { key: 'dairy', zh: '乳品', en: 'Dairy', zone: 'C', tax: 'reduced', bulkTenths: 13 },
  { key: 'snack', zh: '休闲食品', en: 'Snacks', zone: 'D', tax: 'standard', bulkTenths: 50 },
  { key: 'paper', zh: '纸品', en: 'Paper goods', zone: 'E', tax: 'standard', bulkTenths: 70 },
  { key: 'cleaning', zh: '清洁用品', en: 'Cleaning', zone: 'F', tax: 'standard', bulkTenths: 15 },
  { key: 'care', zh: '个人护理', en: 'Personal care', zone: 'G', tax: 'standard', bulkTenths: 17 },
  { key: 'home', zh: '家居百货', en: 'Home goods', zone: 'G', tax: 'standard', bulkTenths: 35 },
]

export const zones: readonly { code: string; zh: string; en: string; aisles: number }[] = [
  { code: 'A', zh: '常温食品区', en: 'Ambient food', aisles: 3 },
  { code: 'B', zh: '饮料区', en: 'Beverages', aisles: 2 },
  { code: 'C', zh: '冷藏区', en: 'Chilled', aisles: 1 },
  { code: 'D', zh: '休闲食品区', en: 'Snacks', aisles: 1 },
  { code: 'E', zh: '纸品区', en: 'Paper goods', aisles: 1 },
  { code: 'F', zh: '清洁用品区', en: 'Cleaning', aisles: 1 },
  { code: 'G', zh: '个护家居区', en: 'Personal care and home', aisles: 1 },
]

export const forms: Readonly<Record<Form, { zh: string; en: string }>> = {
  bag: { zh: '袋', en: 'bag' },
  bottle: { zh: '瓶', en: 'bottle' },
  jar: { zh: '罐', en: 'jar' },
  can: { zh: '听', en: 'can' },
  box: { zh: '盒', en: 'box' },
  cup: { zh: '杯', en: 'cup' },
  pack: { zh: '包', en: 'pack' },
  piece: { zh: '件', en: 'piece' },
}

export const productLines: readonly ProductLine[] = [...foodLines, ...householdLines, ...homeLines]
