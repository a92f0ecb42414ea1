import { InvalidArgumentError } from 'commander'
import { isBusinessDate } from '../../../shared/values/date'

/** Reads an option that is a whole number from `least` on. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least)
      throw new InvalidArgumentError(`>= ${least}`)
    return value
  }
}

/** Reads an option that is a span of time: seconds, above nothing, with a fraction where wanted. */
export function someSeconds(text: string): number {
  const value = Number(text)
  if (!/^\d*\.?\d+$/.test(text) || !(value > 0 && Number.isFinite(value))) throw new InvalidArgumentError('> 0')
  return value
}

export function businessDate(text: string): string {
  if (!isBusinessDate(text)) throw new InvalidArgumentError('YYYY-MM-DD')
  return text
}
