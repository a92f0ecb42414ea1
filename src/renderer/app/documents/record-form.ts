import { Form, type FormInstance, type FormProps } from 'antd'
import { useEffect, useId, useRef } from 'react'
import { usePageTab } from '../pages'

export interface RecordForm<Fields> {
  readonly props: FormProps<Fields>
  /** What the fields hold; undefined where one of them is not right yet (it says so itself). */
  filledIn(): Promise<Fields | undefined>
  saved(): void
}

/**
 * The form of one record, live: what others change meanwhile comes into a form that nobody has typed into; what is
 * being typed stays. Several forms may be open at once, so each has names of its own.
 */
export function useRecordForm<Fields extends object>(record: Fields): RecordForm<Fields> {
  const [form] = Form.useForm<Fields>()
  const name = useId()
  const tab = usePageTab()
  const isTyped = useRef(false)
  useEffect(() => {
    if (!isTyped.current) form.setFieldsValue(record as Parameters<typeof form.setFieldsValue>[0])
  }, [form, record])
  return {
    props: {
      form,
      name,
      layout: 'vertical',
      requiredMark: false,
      initialValues: record,
      onValuesChange: () => {
        isTyped.current = true
        tab.setUnsaved(true)
      },
    },
    filledIn: () => filledIn(form),
    saved: () => {
      isTyped.current = false
      tab.setUnsaved(false)
    },
  }
}

/** What the fields of a dialog hold; undefined where one of them is not right yet. */
export async function filledIn<Fields>(form: FormInstance<Fields>): Promise<Fields | undefined> {
  try {
    return await form.validateFields()
  } catch {
    return undefined
  }
}
