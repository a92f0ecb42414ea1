import type { app as en } from '../../en/refusals/app'
import type { SameKeys } from '../../same-keys'

export const app: SameKeys<typeof en> = {
  unknownProcedure: '没有“{{procedure}}”这项功能。页面与程序的版本可能不一致，请重新载入页面。',
  inputNotUnderstood: '“{{field}}”的内容无法识别。数据没有变动，请检查该项后重试。',
  idempotencyKeyReused: '这个请求已用于另一项操作。数据没有变动，请重新操作。',
  diskFull: '磁盘已满，没有保存任何内容。请先清理磁盘空间再重试。',
  figureTooLarge: '数量与单价相乘得到的数字过大。数据没有变动，请检查这两项。',
  fileBusy: '公司文件正忙。数据没有变动，请稍后重试。',
  unexpected: '程序内部出错，数据没有变动。参考编号 {{reference}}。',
  engineAway: '公司文件暂时没有响应。您输入的内容仍在，请稍后重试。',
}
