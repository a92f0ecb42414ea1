import type { backup as en } from '../../en/refusals/backup'
import type { SameKeys } from '../../same-keys'

export const backup: SameKeys<typeof en> = {
  passphraseWrong: '这个口令打不开备份。请重新输入，或改用恢复密钥。',
  passphraseTooShort: '口令至少要 {{least}} 个字符，最好用几个词组成。',
  passphraseNeeded: '缺少备份口令。请放入环境变量 KONTOR_PASSPHRASE。',
  recoveryKeyWrong: '这个恢复密钥属于另一处备份。请找出为这个备份位置打印的那一张。',
  recoveryKeyMistyped: '恢复密钥有字符输错。请与纸上核对：七组，每组四个字符。',
  noVault: '{{address}} 没有备份。请检查地址和文件夹。',
  vaultExists: '{{address}} 已经有备份。请使用原来的口令，或换一个文件夹。',
  vaultFromNewerVersion: '这些备份由更新版本的 Kontor 生成。请先升级本机程序，再试一次。',
  damaged: '备份中的“{{object}}”已损坏或被改动。请选择更早的快照或另一个备份位置，并重新备份。',
  objectMissing: '备份位置上缺少“{{object}}”。请选择另一个快照或备份位置，并重新备份。',
  targetLied: '备份位置没有原样保存“{{object}}”。本机数据没有损失；请检查该位置，或换一个。',
  targetUnreachable: '连接不上 {{address}}（{{reason}}）。请检查网络或插好移动硬盘，备份随后会自动继续。',
  targetNotAllowed: '{{address}} 拒绝访问。请检查用户名、密码和文件夹权限。',
  targetFull: '{{address}} 空间已满。请腾出空间，或减少保留的快照。',
  serverNotKnown: '{{address}} 的服务器密钥与原来不同。如果不是您更换的，请先问清服务器管理人再继续。',
  targetUrlWrong: '地址“{{address}}”无法识别。请使用 file:///…、s3://…、webdavs://… 或 sftp://…。',
  targetUnknown: '本机已不再使用这个备份位置。请刷新页面。',
  notProven: '最新快照已取回，但校验不通过：{{what}}。请立即重新备份，并保留较早的快照。',
  notInBrowser: '备份由运行 Kontor 的电脑负责，请在那台电脑上打开程序。',
  recoveryNotConfirmed: '恢复密钥还没有试用过。请现在试一次：抄错的密钥打不开备份。',
  place: {
    network: '账套文件放在网络驱动器上，断网时可能损坏。请移到本机磁盘；网络驱动器适合放备份。',
    synced: '账套文件放在网盘同步文件夹里，写入时会被网盘程序复制而损坏。请移出；那个文件夹适合放备份。',
  },
  busy: '另一台电脑（{{host}}）正在使用这个备份位置，等它完成后备份会继续。',
  interrupted: '备份中断太久，将重新开始；已经上传的内容不会重传。',
  snapshotUnknown: '没有 {{at}} 或更早的快照。请选择更晚的时间。',
  severalCompanies: '这里存有多家公司：{{companies}}。请指定是哪一家。',
}
