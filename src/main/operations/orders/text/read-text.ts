import { MICRO } from '../../../../shared/values/integers'
import { addDays, isBusinessDate, type BusinessDate } from '../../../../shared/values/date'

export interface TextLine {
  readonly itemText: string
  readonly unitText: string
  readonly countMicro: number
}

export interface ReadText {
  readonly lines: readonly TextLine[]
  /** Undefined where the message names no day. */
  readonly promisedOn: BusinessDate | undefined
}

const DIGITS = '零一二三四五六七八九'
const NUMBER = '(?:\\d+(?:\\.\\d{1,6})?|[零一二两三四五六七八九十百半]+)'
/** Units in which people order; what measures the thing itself (ml, kg) belongs to its name. */
const UNIT =
  '(?:箱|件|瓶|包|袋|盒|个|支|桶|条|罐|打|板|提|排|卷|套|只|双|把|张|台|托|pallets?|cases?|cartons?|boxes|box|bottles?|bags?|packs?|pieces?|pcs?|pc|ctn)'
const MEASURE = '(?:ml|毫升|升|l|kg|千克|公斤|斤|g|克|cm|mm|m|寸|w|v)'

const DAY_WORDS: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  大后天: 3,
  后天: 2,
  today: 0,
  tomorrow: 1,
}
const WEEKDAYS = '日一二三四五六'
const DELIVERY = '(?:前)?\\s*(?:送到|送货|送|到货|到|要|发货|发|deliver(?:y|ed)?)?'

/**
 * Reads a customer's message: how many of what, and for when. "3箱可乐500ml 明天送" is three cases of 可乐500ml for
 * tomorrow. Line by line, or several to a line; the number stands before or after the name. Pure: knows no items.
 */
export function readText(text: string, today: BusinessDate): ReadText {
  const { rest, promisedOn } = takeDay(text.normalize('NFKC'), today)
  const lines = rest
    .split(/[\n,，、;；。]+/)
    .flatMap(apart)
    .flatMap((segment) => readSegment(segment.trim()))
  return { lines, promisedOn }
}

function takeDay(text: string, today: BusinessDate): { rest: string; promisedOn: BusinessDate | undefined } {
  const words = new RegExp(`(${Object.keys(DAY_WORDS).join('|')})${DELIVERY}`, 'i').exec(text)
  if (words !== null) {
    return {
      rest: text.replace(words[0], '\n'),
      promisedOn: addDays(today, DAY_WORDS[words[1]?.toLowerCase() ?? ''] ?? 0),
    }
  }
  const weekday = new RegExp(`(下)?(?:周|星期|礼拜)([${WEEKDAYS}天])${DELIVERY}`).exec(text)
  if (weekday !== null) {
    const wanted = weekday[2] === '天' ? 0 : WEEKDAYS.indexOf(weekday[2] ?? '日')
    return { rest: text.replace(weekday[0], '\n'), promisedOn: nextWeekday(today, wanted, weekday[1] !== undefined) }
  }
  const day = new RegExp(`(\\d{1,2})月(\\d{1,2})[日号]?${DELIVERY}`).exec(text)
  if (day !== null) {
    const monthDay = `${day[1]?.padStart(2, '0')}-${day[2]?.padStart(2, '0')}`
    const thisYear = `${today.slice(0, 4)}-${monthDay}`
    const date = thisYear < today ? `${Number(today.slice(0, 4)) + 1}-${monthDay}` : thisYear
    if (isBusinessDate(date)) return { rest: text.replace(day[0], '\n'), promisedOn: date }
  }
  return { rest: text, promisedOn: undefined }
}

/** 周三 is the next Wednesday from today on; 下周三 that of the week after this one, which begins on Monday. */
function nextWeekday(today: BusinessDate, wanted: number, isNextWeek: boolean): BusinessDate {
  const present = new Date(`${today}T00:00:00Z`).getUTCDay()
  if (isNextWeek) return addDays(today, 7 - ((present + 6) % 7) + ((wanted + 6) % 7))
  return addDays(today, (wanted - present + 7) % 7)
}

/** "可乐3箱 雪碧2箱" are two: cut after each quantity, or before each where the message begins with one. */
function apart(segment: string): string[] {
  const quantity = new RegExp(`${NUMBER}\\s*${UNIT}`, 'gi')
  const found = [...segment.matchAll(quantity)]
  if (found.length < 2) return [segment]
  const isBefore = segment.trimStart().search(new RegExp(`^${NUMBER}\\s*${UNIT}`, 'i')) === 0
  const cuts = found.map((match) => (isBefore ? match.index : match.index + match[0].length))
  const starts = isBefore ? cuts : [0, ...cuts]
  return starts.map((start, at) => segment.slice(start, starts[at + 1]))
}

function readSegment(segment: string): TextLine[] {
  if (segment === '') return []
  const leading = new RegExp(`^(${NUMBER})(?!\\s*${MEASURE}(?![a-z0-9]))\\s*(${UNIT})?\\s*[x×*的]?\\s*(.+)$`, 'i').exec(
    segment,
  )
  const trailing = new RegExp(`^(.+?)\\s*[x×*:]?\\s*(${NUMBER})\\s*(${UNIT})?$`, 'i').exec(segment)
  // A bare number before a name is a quantity only where no quantity with a unit follows ("7喜 3箱").
  const isTrailing = trailing !== null && (leading === null || (leading[2] === undefined && trailing[3] !== undefined))
  const [count, unit, name] = isTrailing
    ? [trailing[2], trailing[3], trailing[1]]
    : [leading?.[1], leading?.[2], leading?.[3]]
  const countMicro = countOf(count ?? '')
  if (countMicro === undefined || name === undefined || name.trim() === '') return []
  return [{ itemText: name.trim(), unitText: unit ?? '', countMicro }]
}

/** 12, 2.5, 十二, 两, 半 in micro; undefined for nothing or zero. */
function countOf(text: string): number | undefined {
  const count = /^\d/.test(text) ? Number(text) : chineseNumber(text)
  const micro = count === undefined ? 0 : Math.round(count * MICRO)
  return Number.isSafeInteger(micro) && micro > 0 ? micro : undefined
}

function chineseNumber(text: string): number | undefined {
  if (text === '') return undefined
  if (text === '半') return 0.5
  let total = 0
  let digit: number | undefined
  for (const sign of text) {
    if (sign === '百' || sign === '十') {
      total += (digit ?? 1) * (sign === '百' ? 100 : 10)
      digit = undefined
    } else if (sign === '半') {
      total += digit ?? 0
      digit = 0.5
    } else {
      digit = sign === '两' ? 2 : DIGITS.indexOf(sign)
    }
  }
  return total + (digit ?? 0)
}

/** The form in which names are compared and nicknames kept: width, case, spaces and marks do not matter. */
export function nameKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]+/gu, '')
}
