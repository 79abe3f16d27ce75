import type { MapShape } from './map-card.ts';

/** Every shape of the map, on a square of 16, drawn by one path. */
export const mapShapes: Record<MapShape, string> = {
  starts: 'M2 1l13 7-13 7z',
  'level-2': 'M1 9h5.5v6H1zM9.5 4H15v11H9.5z',
  'level-3': 'M0 11h4v4H0zM6 7h4v8H6zM12 2h4v13h-4z',
  anchor: 'M8 0l7 8-7 8-7-8z',
  sound: 'M1.5 8.5l2-2L6.500 9.5 13 3l2 2-8.5 8.5z',
  harm: 'M8 1l8 14H0z',
  recovers: 'M8 1a7 7 0 1 1-6.7 5h2.3A4.8 4.8 0 1 0 8 3.200V6L3.5 2.500 8-1z',
  well: 'M8 1a7 7 0 1 1 0 14A7 7 0 1 1 8 1z',
  mixed: 'M8 1a7 7 0 1 1 0 14A7 7 0 1 1 8 1zm0 2.200a4.8 4.8 0 1 0 0 9.600z',
  hard: 'M1 1h14v14H1zM3.200 3.200v9.600h9.600V3.200z',
};
