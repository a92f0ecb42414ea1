import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Pack levels: the base unit first, then inner, case, pallet with what they hold and the barcodes on them. */
export function PackFields({ isNew }: { readonly isNew: boolean }): ReactNode {
  const { t } = useTranslation()
  const required = [{ required: true, message: t('app.needed') }]
  return (
    <fieldset className="k-fieldset">
      <legend>{t('items.packs')}</legend>
      <Form.List name="packs">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field, index) => (
              <div className="k-pack" key={field.key}>
                <Form.Item
                  name={[field.name, 'unit']}
                  label={index === 0 ? t('items.baseUnit') : t('items.packUnit')}
                  rules={required}
                >
                  <Input maxLength={20} disabled={index === 0 && !isNew} />
                </Form.Item>
                <Form.Item name={[field.name, 'baseQuantity']} label={t('items.packQuantity')} rules={required}>
                  <InputNumber min={index === 0 ? 1 : 2} max={1_000_000} precision={0} disabled={index === 0} />
                </Form.Item>
                <Form.Item name={[field.name, 'barcodes']} label={t('items.barcodes')}>
                  <Select
                    mode="tags"
                    open={false}
                    suffixIcon={null}
                    tokenSeparators={[' ', ',']}
                    placeholder={t('items.scanHere')}
                  />
                </Form.Item>
                {index === 0 ? (
                  <span />
                ) : (
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('items.removePack')}
                    onClick={() => remove(field.name)}
                  />
                )}
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ unit: '', baseQuantity: null, barcodes: [] })}>
              {t('items.addPack')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
