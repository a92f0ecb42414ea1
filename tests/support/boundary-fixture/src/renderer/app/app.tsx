import { openCompany } from '../../main/rooms' // breaks: side
import { readFileSync } from 'node:fs' // breaks: side
import { ipcRenderer } from 'electron' // breaks: side
import { salesRoutes } from '../features/sales'
import { SalesPage } from '../features/sales/sales-page' // breaks: feature

export const App = [openCompany, readFileSync, ipcRenderer, salesRoutes, SalesPage]
