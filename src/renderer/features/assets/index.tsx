import { BuildOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { AssetEntry } from './asset-entry'
import { AssetList } from './asset-list'
import { AssetPage } from './asset-page'
import { CategoryList } from './category-list'
import { RunList } from './run-list'
import { RunPage } from './run-page'

const read = { right: 'accounting.read' } as const
const write = { right: 'accounting.post' } as const

export const assets: Feature = {
  room: 'assets',
  icon: <BuildOutlined />,
  menu: [
    { kind: 'assets.assets', labelKey: 'assets.list' },
    { kind: 'assets.runs', labelKey: 'assets.runs' },
    { kind: 'assets.categories', labelKey: 'assets.categories' },
  ],
  pages: [
    { kind: 'assets.assets', ...read, titleKey: 'assets.list', component: AssetList },
    { kind: 'assets.asset', ...read, titleKey: 'app.kinds.assets.asset', component: AssetPage },
    { kind: 'assets.newAsset', ...write, titleKey: 'assets.newAsset', component: AssetEntry },
    { kind: 'assets.runs', ...read, titleKey: 'assets.runs', component: RunList },
    { kind: 'assets.run', ...read, titleKey: 'app.kinds.assets.run', component: RunPage },
    { kind: 'assets.categories', ...read, titleKey: 'assets.categories', component: CategoryList },
  ],
}
