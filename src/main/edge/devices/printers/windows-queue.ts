/**
 * The spooler of Windows, with what every Windows 10 and 11 has: Windows.Data.Pdf draws the pages, System.Drawing prints
 * them at their own size. Names are quoted as literals, so none is read as a command.
 */
import { Refusal, type RefusalData } from '../../../../shared/errors'
import type { PrintOutcome } from '../../../../shared/devices/device'
import type { Run } from './system-queue'

const shell = (script: string): string[] => [
  '-NoProfile',
  '-NonInteractive',
  '-EncodedCommand',
  Buffer.from(script, 'utf16le').toString('base64'),
]

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

const PRINT = `
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Runtime.WindowsRuntime, System.Drawing
[void][Windows.Data.Pdf.PdfDocument, Windows.Data.Pdf, ContentType = WindowsRuntime]
[void][Windows.Storage.StorageFile, Windows.Storage, ContentType = WindowsRuntime]
[void][Windows.Storage.Streams.InMemoryRandomAccessStream, Windows.Storage.Streams, ContentType = WindowsRuntime]
$tasks = [System.WindowsRuntimeSystemExtensions].GetMethods() | Where-Object { $_.Name -eq 'AsTask' -and $_.GetParameters().Count -eq 1 }
$ofResult = ($tasks | Where-Object { $_.GetParameters()[0].ParameterType.Name -eq 'IAsyncOperation\`1' })[0]
$ofAction = ($tasks | Where-Object { $_.GetParameters()[0].ParameterType.Name -eq 'IAsyncAction' })[0]
function Wait-Result($operation, $type) { $task = $ofResult.MakeGenericMethod($type).Invoke($null, @($operation)); $task.Wait(); $task.Result }
$stored = Wait-Result ([Windows.Storage.StorageFile]::GetFileFromPathAsync($file)) ([Windows.Storage.StorageFile])
$pdf = Wait-Result ([Windows.Data.Pdf.PdfDocument]::LoadFromFileAsync($stored)) ([Windows.Data.Pdf.PdfDocument])
$script:page = 0
$document = New-Object System.Drawing.Printing.PrintDocument
$document.PrinterSettings.PrinterName = $queue
if (-not $document.PrinterSettings.IsValid) { throw 'printer not found' }
$document.PrintController = New-Object System.Drawing.Printing.StandardPrintController
$document.OriginAtMargins = $false
$document.add_QueryPageSettings({ param($sender, $event)
  $size = $pdf.GetPage($script:page).Size
  $event.PageSettings.PaperSize = New-Object System.Drawing.Printing.PaperSize('Kontor', [int]($size.Width / 96 * 100), [int]($size.Height / 96 * 100)) })
$document.add_PrintPage({ param($sender, $event)
  $sheet = $pdf.GetPage($script:page)
  $stream = New-Object Windows.Storage.Streams.InMemoryRandomAccessStream
  $options = New-Object Windows.Data.Pdf.PdfPageRenderOptions
  $options.DestinationWidth = [uint32]($sheet.Size.Width / 96 * 300)
  $ofAction.Invoke($null, @($sheet.RenderToStreamAsync($stream, $options))).Wait()
  $image = [System.Drawing.Image]::FromStream([System.IO.WindowsRuntimeStreamExtensions]::AsStream($stream))
  $left = -$event.PageSettings.HardMarginX; $top = -$event.PageSettings.HardMarginY
  $event.Graphics.DrawImage($image, $left, $top, [single]($sheet.Size.Width / 96 * 100), [single]($sheet.Size.Height / 96 * 100))
  $image.Dispose(); $script:page++
  $event.HasMorePages = $script:page -lt $pdf.PageCount })
$document.Print()
`

export async function windowsPrint(queue: string, file: string, run: Run): Promise<PrintOutcome> {
  const { code, err } = await run(
    'powershell.exe',
    shell(`$queue = ${literal(queue)}\n$file = ${literal(file)}\n${PRINT}`),
  )
  if (code === 0 && err.trim() === '') return { kind: 'confirmed' }
  if (/printer not found/.test(err)) {
    return { kind: 'not-sent', trouble: new Refusal('devices.queueUnknown', { where: queue }).toData() }
  }
  return {
    kind: 'unknown',
    trouble: new Refusal('devices.failed', { where: queue, reason: err.slice(0, 200) }).toData(),
  }
}

/** `Get-Printer` knows paper, door, jam, pause and offline as words. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/PaperOut|ManualFeed/, 'paperFault'],
  [/PaperJam/, 'jamFault'],
  [/DoorOpen/, 'coverOpenFault'],
  [/Paused/, 'pauseFault'],
  [/Offline|NotAvailable/, 'offlineFault'],
  [/Error|UserIntervention|NoToner/, 'faultFault'],
]

export async function windowsState(queue: string, run: Run): Promise<RefusalData | undefined> {
  const script = `(Get-Printer -Name ${literal(queue)} -ErrorAction Stop).PrinterStatus`
  const { out, code } = await run('powershell.exe', shell(script))
  if (code !== 0 || out.trim() === '') throw new Refusal('devices.queueUnknown', { where: queue })
  const word = WORDS.find(([pattern]) => pattern.test(out))?.[1]
  return word === undefined ? undefined : new Refusal(`devices.${word}`, { where: queue }).toData()
}
