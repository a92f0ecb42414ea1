import type { z } from 'zod'
import { costFields } from '../../../shared/contracts/fields'

type Mask = (value: unknown) => unknown

/**
 * Builds, once per procedure, the function that blanks every cost field of an answer. The mark stands in the contract,
 * so no handler can forget it. Undefined where the answer holds no cost.
 */
export function costMask(schema: z.core.$ZodType): Mask | undefined {
  if (costFields.has(schema)) return () => null
  const definition = schema._zod.def as { type: string } & Record<string, z.core.$ZodType>
  switch (definition.type) {
    case 'nullable':
    case 'optional':
    case 'default':
    case 'readonly': {
      const inner = costMask(definition['innerType'] as z.core.$ZodType)
      return inner && ((value) => (value === null || value === undefined ? value : inner(value)))
    }
    case 'array': {
      const element = costMask(definition['element'] as z.core.$ZodType)
      return element && ((value) => (value as unknown[]).map(element))
    }
    case 'record': {
      const element = costMask(definition['valueType'] as z.core.$ZodType)
      return (
        element &&
        ((value) => Object.fromEntries(Object.entries(value as object).map(([key, entry]) => [key, element(entry)])))
      )
    }
    case 'object':
      return objectMask((schema as z.ZodObject).shape)
    case 'union': {
      const options = (definition as unknown as { options: z.core.$ZodType[] }).options
      if (options.some((option) => costMask(option) !== undefined)) {
        throw new Error('a cost field may not stand inside a union: the mask could not tell which branch it sees')
      }
      return undefined
    }
    default:
      return undefined
  }
}

function objectMask(shape: Readonly<Record<string, z.core.$ZodType>>): Mask | undefined {
  const masks = Object.entries(shape).flatMap(([field, schema]) => {
    const mask = costMask(schema)
    return mask ? [[field, mask] as const] : []
  })
  if (masks.length === 0) return undefined
  return (value) => {
    const masked: Record<string, unknown> = { ...(value as object) }
    for (const [field, mask] of masks) if (field in masked) masked[field] = mask(masked[field])
    return masked
  }
}
