import type { bankFiles as en } from '../../en/refusals/bank-files'
import type { SameKeys } from '../../same-keys'

export const bankFiles: SameKeys<typeof en> = {
  broken: '无法读取 {{file}} 的“{{where}}”处。请重新从银行下载。未导入任何内容。',
}
