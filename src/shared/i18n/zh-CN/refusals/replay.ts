import type { replay as en } from '../../en/refusals/replay'
import type { SameKeys } from '../../same-keys'

export const replay: SameKeys<typeof en> = {
  fileMissing: '文件 {{file}} 不存在，请检查路径。',
  columnsMissing: '文件首行缺少这些列：{{columns}}。请指定销售明细文件。',
}
