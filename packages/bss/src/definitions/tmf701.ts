import { ALL, type ApiFacts, NOW, type Operation } from './definition.ts';

const FLOW: readonly Operation[] = ['list', 'get', 'create', 'delete'];
const STEP: readonly Operation[] = ['list', 'get', 'create', 'patch'];

/** Beta at TM Forum (v4.1), and never left it. Approvals are its task flows: one process for each order or quote that waits. */
export const processFlowManagement: ApiFacts = {
  api: 'TMF701',
  base: 'processFlowManagement',
  resources: [
    {
      resource: 'processFlowSpecification',
      type: 'ProcessFlowSpecification',
      operations: ALL,
      mandatory: ['name'],
      defaults: { lastUpdate: NOW, lifecycleStatus: 'Active', version: '1.0' },
      fixed: ['lastUpdate'],
      touched: ['lastUpdate'],
    },
    {
      resource: 'taskFlowSpecification',
      type: 'TaskFlowSpecification',
      operations: ALL,
      mandatory: ['name'],
      defaults: { lastUpdate: NOW, lifecycleStatus: 'Active', version: '1.0' },
      fixed: ['lastUpdate'],
      touched: ['lastUpdate'],
    },
    {
      resource: 'processFlow',
      type: 'ProcessFlow',
      operations: FLOW,
      mandatory: ['processFlowSpecification'],
      defaults: { state: 'active', processFlowDate: NOW },
      lifecycle: {
        attribute: 'state',
        event: 'StateChange',
        initial: ['active'],
        moves: { active: ['completed', 'hold', 'cancelled'], hold: ['active', 'cancelled'], completed: [], cancelled: [] },
      },
    },
    {
      resource: 'taskFlow',
      type: 'TaskFlow',
      operations: STEP,
      under: { resource: 'processFlow', attribute: 'processFlowId' },
      defaults: { state: 'new', isMandatory: true },
      fixed: ['processFlowId'],
      lifecycle: {
        attribute: 'state',
        event: 'StateChange',
        initial: ['new', 'active'],
        moves: { new: ['active', 'cancelled'], active: ['completed', 'hold', 'cancelled'], hold: ['active', 'cancelled'], completed: [], cancelled: [] },
        stamps: { active: 'startDate', completed: 'completionDate' },
      },
    },
  ],
};
