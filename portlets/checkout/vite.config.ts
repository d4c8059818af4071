import { portletBuild } from '@faceplate/workbench/portlet-build';

export default portletBuild(import.meta.dirname);
