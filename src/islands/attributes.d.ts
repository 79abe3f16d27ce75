import 'solid-js';

declare module 'solid-js' {
  namespace JSX {
    // As attributes, so that waking up does not take back what was ticked before the script came.
    interface ExplicitAttributes {
      checked: true | undefined;
      selected: true | undefined;
    }
  }
}
