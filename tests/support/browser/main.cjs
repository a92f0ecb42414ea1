// Nothing but a browser: one window for each address of the command line, without any of the program's own code.
const { app, BrowserWindow } = require('electron')

app.setPath('userData', process.argv.find((argument) => argument.startsWith('--profile=')).slice('--profile='.length))
app.whenReady().then(() => {
  for (const address of process.argv.filter((argument) => argument.startsWith('http://'))) {
    const window = new BrowserWindow({
      width: 1366,
      height: 768,
      webPreferences: { sandbox: true, contextIsolation: true },
    })
    void window.loadURL(address)
  }
})
app.on('window-all-closed', () => app.quit())
