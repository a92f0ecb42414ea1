import { DatabaseOutlined } from '@ant-design/icons'
import type { Feature } from '../../app/pages'
import { AdjustmentEntry } from './adjustments/adjustment-entry'
import { AdjustmentList } from './adjustments/adjustment-list'
import { AdjustmentPage } from './adjustments/adjustment-page'
import { CountList } from './counts/count-list'
import { CountPage } from './counts/count-page'
import { CountPlan } from './counts/count-plan'
import { BinList } from './layout/bin-list'
import { NewWarehouse } from './layout/new-warehouse'
import { LotsPage } from './lots/lots-page'
import { CartonsPage } from './packing/cartons-page'
import { LoadsPage } from './packing/loads-page'
import { BoardPage } from './places/board-page'
import { PlacesPage } from './places/places-page'
import { ProposalsPage } from './places/proposals-page'
import { PutawayPage } from './places/putaway-page'
import { UnitsPage } from './places/units-page'
import { InspectionList } from './quality/inspection-list'
import { InspectionPage } from './quality/inspection-page'
import { PlansPage } from './quality/plans-page'
import { CommandSheet } from './station/command-sheet'
import { StationPage } from './station/station-page'
import { WaveBoard } from './waves/wave-board'
import { WaveList } from './waves/wave-list'
import { WavePage } from './waves/wave-page'

export const warehouse: Feature = {
  room: 'warehouse',
  icon: <DatabaseOutlined />,
  menu: [
    { kind: 'warehouse.station', labelKey: 'warehouse.station.title' },
    { kind: 'warehouse.board', labelKey: 'warehouse.floor.board' },
    { kind: 'warehouse.waves', labelKey: 'warehouse.waves' },
    { kind: 'warehouse.waveList', labelKey: 'warehouse.waveList' },
    { kind: 'warehouse.loads', labelKey: 'warehouse.loads' },
    { kind: 'warehouse.bins', labelKey: 'warehouse.bins' },
    { kind: 'warehouse.units', labelKey: 'warehouse.floor.units' },
    { kind: 'warehouse.counts', labelKey: 'warehouse.counts' },
    { kind: 'warehouse.countPlan', labelKey: 'warehouse.countPlan' },
    { kind: 'warehouse.lots', labelKey: 'warehouse.lots' },
    { kind: 'quality.inspections', labelKey: 'quality.inspections' },
    { kind: 'quality.plans', labelKey: 'quality.plans' },
    { kind: 'warehouse.adjustments', labelKey: 'warehouse.adjustments' },
    { kind: 'warehouse.proposals', labelKey: 'warehouse.floor.proposals' },
    { kind: 'warehouse.places', labelKey: 'warehouse.floor.places' },
    { kind: 'warehouse.putaway', labelKey: 'warehouse.floor.putaway' },
    { kind: 'warehouse.new', labelKey: 'warehouse.new' },
    { kind: 'warehouse.cartons', labelKey: 'warehouse.cartons' },
    { kind: 'warehouse.commands', labelKey: 'warehouse.commands' },
  ],
  pages: [
    {
      kind: 'warehouse.station',
      right: 'warehouse.work',
      titleKey: 'warehouse.station.title',
      component: StationPage,
      isFullScreen: true,
    },
    { kind: 'warehouse.commands', right: 'warehouse.work', titleKey: 'warehouse.commands', component: CommandSheet },
    { kind: 'warehouse.board', right: 'warehouse.manage', titleKey: 'warehouse.floor.board', component: BoardPage },
    { kind: 'warehouse.waves', right: 'warehouse.read', titleKey: 'warehouse.waves', component: WaveBoard },
    { kind: 'warehouse.waveList', right: 'warehouse.read', titleKey: 'warehouse.waveList', component: WaveList },
    { kind: 'warehouse.wave', right: 'warehouse.read', titleKey: 'app.kinds.warehouse.wave', component: WavePage },
    { kind: 'warehouse.loads', right: 'warehouse.read', titleKey: 'warehouse.loads', component: LoadsPage },
    { kind: 'warehouse.cartons', right: 'warehouse.read', titleKey: 'warehouse.cartons', component: CartonsPage },
    { kind: 'warehouse.bins', right: 'warehouse.read', titleKey: 'warehouse.bins', component: BinList },
    {
      kind: 'warehouse.proposals',
      right: 'warehouse.read',
      titleKey: 'warehouse.floor.proposals',
      component: ProposalsPage,
    },
    { kind: 'warehouse.places', right: 'warehouse.read', titleKey: 'warehouse.floor.places', component: PlacesPage },
    { kind: 'warehouse.putaway', right: 'warehouse.read', titleKey: 'warehouse.floor.putaway', component: PutawayPage },
    { kind: 'warehouse.new', right: 'warehouse.manage', titleKey: 'warehouse.new', component: NewWarehouse },
    { kind: 'warehouse.countPlan', right: 'warehouse.read', titleKey: 'warehouse.countPlan', component: CountPlan },
    { kind: 'warehouse.lots', right: 'warehouse.read', titleKey: 'warehouse.lots', component: LotsPage },
    {
      kind: 'quality.inspections',
      right: 'warehouse.read',
      titleKey: 'quality.inspections',
      component: InspectionList,
    },
    { kind: 'quality.plans', right: 'warehouse.read', titleKey: 'quality.plans', component: PlansPage },
    {
      kind: 'quality.inspection',
      right: 'warehouse.read',
      titleKey: 'app.kinds.quality.inspection',
      component: InspectionPage,
    },
    { kind: 'warehouse.units', right: 'warehouse.read', titleKey: 'warehouse.floor.units', component: UnitsPage },
    { kind: 'warehouse.counts', right: 'warehouse.read', titleKey: 'warehouse.counts', component: CountList },
    { kind: 'warehouse.count', right: 'warehouse.read', titleKey: 'app.kinds.warehouse.count', component: CountPage },
    {
      kind: 'warehouse.adjustments',
      right: 'inventory.read',
      titleKey: 'warehouse.adjustments',
      component: AdjustmentList,
    },
    {
      kind: 'warehouse.adjustment',
      right: 'inventory.read',
      titleKey: 'app.kinds.warehouse.adjustment',
      component: AdjustmentPage,
    },
    {
      kind: 'warehouse.newAdjustment',
      right: 'inventory.adjust',
      titleKey: 'warehouse.newAdjustment',
      component: AdjustmentEntry,
    },
  ],
}
