export const devices = {
  nameTaken: '{{name}} is the name of another device here. Choose another name.',
  addressTaken: 'This device is already set up here as {{name}}. Change that one.',
  transportUnsuited: '{{profile}} is not connected that way. Choose another kind of device or another connection.',
  deviceUnknown: 'This device has been removed.',
  portBusy: '{{where}} is held by another program. Close the program that uses the device, then it connects by itself.',
  noPermission:
    '{{where}} may not be opened by this user. On Linux run `sudo usermod -aG dialout,lp $USER` and sign in again, or copy the udev rule from the devices page.',
  unplugged: '{{where}} is not plugged in. Plug it in or switch it on; it connects by itself.',
  unreachable: '{{where}} does not answer on the network. Check that it is on, its cable, and its address.',
  failed: '{{where}} could not be used: {{reason}}. Unplug it and plug it in again.',
  scaleSilent:
    '{{where}} is open, but the scale says nothing. Check that it is on and speaks the protocol chosen here.',
  readerSilent:
    '{{where}} is open, but the reader says nothing. Check that it is on, its speed, and the protocol chosen here.',
  printerSilent: '{{where}} does not answer. Check that it is on, has media, and speaks the language chosen here.',
  printerGone: '{{where}} went away while it was printing. Look at what came out before you print again.',
  printerBusy: '{{where}} is still busy with the last job after a minute. Look at the printer.',
  headOpenFault: '{{where}}: the print head is open. Close it.',
  coverOpenFault: '{{where}}: the cover is open. Close it.',
  jamFault: '{{where}}: paper is jammed. Take it out.',
  paperFault: '{{where}} is out of paper. Put a new roll in.',
  ribbonFault: '{{where}} is out of ribbon. Put a new one in.',
  pauseFault: '{{where}} is paused. Press its pause button.',
  offlineFault: '{{where}} is offline. Press its online button.',
  fault: '{{where}} reports a fault. Look at its display.',
  faultFault: '{{where}} reports a fault. Look at its display.',
  noRawSpooler:
    'Kontor cannot print raw through the Windows queue {{where}} yet. Choose the printer by network address or serial port.',
  cannotDoThat: 'This device cannot do that.',
  notUsedHere: 'This device is not set up on this computer. Add it on the devices page.',
  processAway: 'The part of the program that drives devices is starting again. Try once more in a moment.',
} as const
