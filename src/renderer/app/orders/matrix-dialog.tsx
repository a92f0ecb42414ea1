import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, ScaledInput } from '../../ui'
import { api } from '../engine'

export interface MatrixLine {
  readonly itemId: number
  readonly itemText: string
  readonly quantityMicro: number
}

/** Quantities of an article in a matrix: the last axis across, the others down. */
export function MatrixDialog(props: {
  readonly onTake: (lines: readonly MatrixLine[]) => void
  readonly onClose: () => void
}): ReactNode {
  const { onTake, onClose } = props
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [familyId, setFamily] = useState<number>()
  const [quantities, setQuantities] = useState<ReadonlyMap<number, number>>(new Map())
  const { data: list } = useQuery({
    ...api.items.listFamilies.queryOptions({ input: { filter: typed, limit: 30 } }),
    placeholderData: keepPreviousData,
  })
  const { data: family } = useQuery(
    api.items.getFamily.queryOptions({ input: { id: familyId ?? 0 }, enabled: familyId !== undefined }),
  )
  const take = (): void => {
    const lines = (family?.variants ?? []).flatMap(({ item }) => {
      const quantityMicro = quantities.get(item.id) ?? 0
      return quantityMicro > 0 ? [{ itemId: item.id, itemText: `${item.code} ${item.name}`, quantityMicro }] : []
    })
    onTake(lines)
  }
  const across = family?.axes.at(-1)
  const variants = (family?.variants ?? []).filter(({ active }) => active)
  const rows = [...new Set(variants.map(({ values }) => values.slice(0, -1).join('\t')))]
  const nameOf = (code: string, axis: number): string =>
    family?.axes[axis]?.values.find((value) => value.code === code)?.name ?? code
  const isAny = [...quantities.values()].some((quantity) => quantity > 0)
  return (
    <Dialog
      title={t('items.family.matrix')}
      width={860}
      okText={t('items.family.take')}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: !isAny }}
      onOk={take}
      onCancel={onClose}
    >
      <Select
        autoFocus
        aria-label={t('items.family.choose')}
        placeholder={t('items.family.choose')}
        style={{ width: '100%' }}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        value={familyId ?? null}
        options={(list?.rows ?? []).map((row) => ({ value: row.id, label: `${row.code} ${row.name}` }))}
        onChange={(id) => {
          setFamily(id ?? undefined)
          setQuantities(new Map())
        }}
      />
      {family === undefined || across === undefined ? null : (
        <div className="k-scroll-x">
          <table className="k-table" aria-label={family.name}>
            <thead>
              <tr>
                <th scope="col">
                  {family.axes
                    .slice(0, -1)
                    .map(({ name }) => name)
                    .join(' / ')}
                </th>
                {across.values.map((value) => (
                  <th scope="col" key={value.code} className="k-right">
                    {value.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => {
                const codes = row === '' ? [] : row.split('\t')
                const label = codes.length === 0 ? family.name : codes.map(nameOf).join(' / ')
                return (
                  <tr key={row}>
                    <th scope="row">{label}</th>
                    {across.values.map((value) => {
                      const wanted = [...codes, value.code].join('\t')
                      const variant = variants.find(({ values }) => values.join('\t') === wanted)
                      return (
                        <td key={value.code} className="k-right">
                          {variant === undefined ? null : (
                            <ScaledInput
                              aria-label={`${label} ${value.name}`}
                              decimals={6}
                              value={quantities.get(variant.item.id) ?? null}
                              onChange={(quantity) =>
                                setQuantities(new Map(quantities).set(variant.item.id, quantity ?? 0))
                              }
                            />
                          )}
                        </td>
                      )
                    })}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  )
}
