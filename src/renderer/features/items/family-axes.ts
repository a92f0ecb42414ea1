interface Axis {
  readonly name: string
  readonly values: readonly { readonly code: string; readonly name: string }[]
}

/** An axis as it is typed: `R=red` in each line; a line without `=` is code and name at once. */
export interface AxisFields {
  name: string
  values: string
}

export function fieldsOfAxes(axes: readonly Axis[]): AxisFields[] {
  return axes.map(({ name, values }) => ({
    name,
    values: values.map((value) => (value.code === value.name ? value.code : `${value.code}=${value.name}`)).join('\n'),
  }))
}

export function axesOfFields(fields: readonly AxisFields[]) {
  return fields.map(({ name, values }) => ({
    name,
    values: values
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => {
        const [code = '', ...rest] = line.split('=')
        const text = rest.join('=').trim()
        return { code: code.trim(), name: text === '' ? code.trim() : text }
      }),
  }))
}
