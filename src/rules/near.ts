export { nearest, slipsBetween } from '../base/near';
