import { useQuery } from '@tanstack/react-query'
import { Button, Input, Popconfirm, Select, Switch } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Limits, Right } from '../../../shared/contracts/procedure'
import { currencyDecimals } from '../../../shared/values/money'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { usePageTab } from '../../app/pages'
import { useSession } from '../../app/session'
import { Field, RefusalAlert, ScaledInput } from '../../ui'
import { GROUPS, RIGHT_GROUPS } from './right-groups'
import { useRoleName } from './role-name'
import type { Role } from './role-page'

const same = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean =>
  a.size === b.size && [...a].every((entry) => b.has(entry))

/** Rights, limits and places of one role, to be switched and saved together. */
export function RoleRights({ role, onSaved }: { readonly role: Role; onSaved(): void }): ReactNode {
  const { t } = useTranslation()
  const nameOf = useRoleName()
  const tab = usePageTab()
  const isFixed = role.code === 'owner'
  const [name, setName] = useState(role.name)
  const [rights, setRights] = useState<ReadonlySet<Right>>(new Set(role.rights))
  const [limits, setLimits] = useState<Limits>(role.limits)
  const [warehouseIds, setWarehouseIds] = useState<readonly number[]>(role.warehouseIds)
  const save = useCommand(engine.access.saveRole)
  const remove = useCommand(engine.access.removeRole)
  const [isSaved, setSaved] = useState(false)
  const preset = new Set(role.presetRights)
  const touch = (): void => {
    setSaved(false)
    tab.setUnsaved(true)
  }
  const submit = async (): Promise<void> => {
    const { code, basedOn } = role
    const answer = await save.run({
      code,
      name,
      basedOn,
      rights: [...rights],
      limits,
      warehouseIds: [...warehouseIds],
    })
    if (answer === undefined) return
    tab.setUnsaved(false)
    setSaved(true)
    onSaved()
  }
  const refusal = save.refusal ?? remove.refusal
  const isPreset = same(rights, preset) && JSON.stringify(limits) === JSON.stringify(role.presetLimits)
  return (
    <div className="k-role-rights">
      <header className="k-role-head">
        {role.name === '' ? (
          <h2>{nameOf(role)}</h2>
        ) : (
          <Input
            aria-label={t('access.roleName')}
            className="k-role-name"
            maxLength={60}
            value={name}
            onChange={(event) => {
              setName(event.target.value)
              touch()
            }}
          />
        )}
        {isFixed ? null : (
          <span className="k-buttons">
            {role.name === '' ? null : (
              <Popconfirm
                title={t('access.removeRoleAsk', { name: role.name })}
                okText={t('access.removeRole')}
                cancelText={t('app.cancel')}
                onConfirm={() => void remove.run({ code: role.code }).then((done) => done && onSaved())}
              >
                <Button danger>{t('access.removeRole')}</Button>
              </Popconfirm>
            )}
            <Button
              disabled={isPreset}
              onClick={() => {
                setRights(preset)
                setLimits(role.presetLimits)
                touch()
              }}
            >
              {t('access.backToPreset')}
            </Button>
            <Button type="primary" loading={save.isRunning} onClick={() => void submit()}>
              {t('app.save')}
            </Button>
          </span>
        )}
      </header>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      {isSaved ? <p role="status">{t('access.roleSaved')}</p> : null}
      {isFixed ? <p className="k-soft">{t('access.ownerFixed')}</p> : null}
      <div className="k-right-groups">
        {GROUPS.map((group) => (
          <fieldset key={group} className="k-fieldset">
            <legend>{t(`access.rightGroups.${group}`)}</legend>
            {RIGHT_GROUPS[group].map((right) => (
              <RightSwitch
                key={right}
                right={right}
                isOn={rights.has(right)}
                isFixed={isFixed}
                differs={rights.has(right) !== preset.has(right)}
                onSwitch={(isOn) => {
                  const next = new Set(rights)
                  if (isOn) next.add(right)
                  else next.delete(right)
                  setRights(next)
                  touch()
                }}
              />
            ))}
          </fieldset>
        ))}
        {isFixed ? null : (
          <LimitFields
            limits={limits}
            warehouseIds={warehouseIds}
            onLimits={(next) => {
              setLimits(next)
              touch()
            }}
            onWarehouses={(next) => {
              setWarehouseIds(next)
              touch()
            }}
          />
        )}
      </div>
    </div>
  )
}

function RightSwitch(props: {
  readonly right: Right
  readonly isOn: boolean
  readonly isFixed: boolean
  readonly differs: boolean
  onSwitch(isOn: boolean): void
}): ReactNode {
  const { right, isOn, isFixed, differs, onSwitch } = props
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="k-grant">
      <Switch size="small" checked={isOn} disabled={isFixed} aria-labelledby={id} onChange={onSwitch} />
      <div>
        <span id={id}>{t(`access.rights.${right}`)}</span>
        {differs ? (
          <span className="k-grant-dot" role="img" aria-label={t('access.differs')} title={t('access.differs')}>
            {' '}
            ●
          </span>
        ) : null}
        <p className="k-soft">{t(`access.rightHints.${right}`)}</p>
      </div>
    </div>
  )
}

function LimitFields(props: {
  readonly limits: Limits
  readonly warehouseIds: readonly number[]
  onLimits(limits: Limits): void
  onWarehouses(ids: readonly number[]): void
}): ReactNode {
  const { limits, warehouseIds, onLimits, onWarehouses } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const { data: warehouses } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  return (
    <fieldset className="k-fieldset">
      <legend>{t('access.limits')}</legend>
      <Field label={t('access.discountLimit')} hint={t('access.discountLimitHint')}>
        {(control) => (
          <ScaledInput
            id={control.id}
            decimals={4}
            minDecimals={0}
            suffix="%"
            placeholder={t('access.noLimit')}
            value={limits.discountMicro}
            onChange={(discountMicro) => onLimits({ ...limits, discountMicro })}
          />
        )}
      </Field>
      <Field label={t('access.purchaseLimit')} hint={t('access.purchaseLimitHint')}>
        {(control) => (
          <ScaledInput
            id={control.id}
            decimals={currencyDecimals(company.currency)}
            placeholder={t('access.noLimit')}
            value={limits.purchaseMinor}
            onChange={(purchaseMinor) => onLimits({ ...limits, purchaseMinor })}
          />
        )}
      </Field>
      <Field label={t('access.warehouses')} hint={t('access.warehousesHint')}>
        {(control) => (
          <Select
            id={control.id}
            mode="multiple"
            placeholder={t('access.allWarehouses')}
            value={[...warehouseIds]}
            onChange={onWarehouses}
            optionFilterProp="label"
            options={(warehouses?.rows ?? []).map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
          />
        )}
      </Field>
    </fieldset>
  )
}
