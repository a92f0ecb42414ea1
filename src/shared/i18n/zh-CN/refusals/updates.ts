import type { updates as en } from '../../en/refusals/updates'
import type { SameKeys } from '../../same-keys'

export const updates: SameKeys<typeof en> = {
  noAddress: '本程序打包时没有指定查找新版本的地址。',
  installedBySystem: '本程序由操作系统安装，也由操作系统更新。',
  unreachable: '无法连接更新服务器（{{reason}}）。请检查网络，稍后再试。',
  notGenuine: '服务器提供的版本没有 Kontor 开发方的签名，未安装任何内容。请告知开发方。',
  broken: '下载的文件已损坏，已丢弃。请重新下载。',
  nothingOffered: '没有可安装的版本。请先查找新版本。',
  notInBrowser: 'Kontor 要在运行它的电脑上更新。请在那台电脑上打开程序。',
  returned: '{{from}} 版无法打开账套，Kontor 已退回 {{to}} 版。数据没有任何改动，也不会再提示安装该版本。',
}
