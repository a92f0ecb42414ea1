import type { company as en } from '../../en/refusals/company'
import type { SameKeys } from '../../same-keys'

export const company: SameKeys<typeof en> = {
  fileFromNewerVersion: '文件 {{file}} 由更新版本的 Kontor 使用过。请安装最新版本后再打开，文件没有变动。',
  fileFromOlderVersion: '文件 {{file}} 来自旧版本。请先用主程序打开一次，程序会升级文件并保留副本。',
  fileExists: '文件 {{file}} 已存在。请换一个名称，或直接打开该公司。',
  folderUnusable: '无法在 {{folder}} 中建立公司文件。请先建立该文件夹，或选择有写入权限的文件夹。',
  fileMissing: '找不到文件 {{file}}。请检查文件名，以及所在磁盘是否已连接。',
  notACompanyFile: '{{file}} 不是 Kontor 公司文件，或已损坏。文件没有变动，请选择其他文件或从备份恢复。',
  fileDamaged:
    '文件 {{file}} 已损坏，程序没有改动它。请恢复最新的备份；备份里没有的内容，可用“抢救还能读出的数据”（命令行：`kontor salvage`）取出。',
  fileInUse: '公司 {{file}} 已在本机另一个 Kontor 中打开。请使用已打开的窗口，或先将其关闭。',
  notEstablished: '公司还没有建立。请先完成首次使用页面。',
  alreadyEstablished: '公司已经建立，请直接登录。',
}
