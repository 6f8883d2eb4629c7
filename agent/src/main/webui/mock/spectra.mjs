// A report on spectra as the tool writes it, of two small molecules with computed lines. Test fixture only.
const molecules = [{"smiles":"CC(C)=O","inchikey":"CSCPPACGZOOCGX-UHFFFAOYSA-N","formula":"C3H6O","probability":0.871,"mismatch":1.04,"drawing":"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 150 110\" role=\"img\" class=\"molecule\" font-family=\"system-ui, sans-serif\" font-size=\"14\"><title>CC(C)=O</title><style>.molecule{--ink:var(--molecule-ink,#24292f);--nitrogen:var(--molecule-nitrogen,#2f5fd0);--oxygen:var(--molecule-oxygen,#c02626);--halogen:var(--molecule-halogen,#1f7a34);--paper:var(--molecule-paper,#fff)}@media (prefers-color-scheme:dark){.molecule{--ink:var(--molecule-ink,#e6edf3);--nitrogen:var(--molecule-nitrogen,#8ab0ff);--oxygen:var(--molecule-oxygen,#ff8f85);--halogen:var(--molecule-halogen,#7ee08f);--paper:var(--molecule-paper,#0d1117)}}</style> <g stroke=\"var(--ink)\" stroke-width=\"1.6\" stroke-linecap=\"round\"> <path d=\"M102.7 79.0L75.0 63.0\"/> <path d=\"M75.0 63.0L75.0 31.0\"/> <path d=\"M73.9 61.1L54.4 72.3\"/> <path d=\"M76.1 64.9L56.6 76.2\"/> </g> <circle cx=\"47.3\" cy=\"79.0\" r=\"8\" fill=\"var(--paper)\"/> <text x=\"47.3\" y=\"84.0\" text-anchor=\"middle\" fill=\"var(--oxygen)\">O</text> </svg>","species":["C","C","C","O","H","H","H","H","H","H"],"positions":[[-1.267,0.168,-0.027],[0.025,-0.504,-0.423],[1.255,0.076,0.232],[0.071,-1.425,-1.197],[-1.266,1.193,-0.393],[-1.359,0.197,1.056],[-2.113,-0.362,-0.454],[1.292,1.152,0.077],[2.151,-0.386,-0.174],[1.212,-0.109,1.304]],"bonds":[[0,1,1],[1,2,1],[1,3,2],[0,4,1],[0,5,1],[0,6,1],[2,7,1],[2,8,1],[2,9,1]],"ir":[[113.9,0.43],[378.1,0.75],[489.5,0.54],[519.6,15.07],[842.7,5.74],[873.7,0.05],[925.0,4.1],[1060.6,34.87],[1068.7,4.26],[1199.0,168.08],[1366.1,41.1],[1374.4,27.62],[1446.5,1.41],[1456.1,0.75],[1458.6,19.53],[1468.2,17.42],[1784.5,337.88],[3023.6,0.81],[3025.8,13.11],[3035.7,11.02],[3039.2,13.13],[3059.4,15.4],[3060.4,13.33]],"raman":[[113.9,0.53],[378.1,0.29],[489.5,1.58],[519.6,1.29],[842.7,1.98],[873.7,0.78],[925.0,0.48],[1060.6,0.31],[1068.7,2.22],[1199.0,0.01],[1366.1,0.1],[1374.4,0.34],[1446.5,0.19],[1456.1,3.99],[1458.6,6.56],[1468.2,0.73],[1784.5,7.52],[3023.6,6.36],[3025.8,6.27],[3035.7,7.85],[3039.2,50.7],[3059.4,7.61],[3060.4,14.44]],"uv":[[7.638,0.0126],[8.233,0.3519],[8.485,0.0026],[9.431,0.0824],[9.575,0.0018],[9.655,0.0128],[10.071,0.0012],[11.756,0.1009],[11.79,0.0061],[11.868,0.0212],[12.137,0.0167],[12.139,0.0298],[12.312,0.0148],[12.418,0.0405]]},{"smiles":"CC1CO1","inchikey":"GOOHAUXETOMSMM-UHFFFAOYSA-N","formula":"C3H6O","probability":0.094,"mismatch":2.61,"drawing":"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 150 110\" role=\"img\" class=\"molecule\" font-family=\"system-ui, sans-serif\" font-size=\"14\"><title>CC1CO1</title><style>.molecule{--ink:var(--molecule-ink,#24292f);--nitrogen:var(--molecule-nitrogen,#2f5fd0);--oxygen:var(--molecule-oxygen,#c02626);--halogen:var(--molecule-halogen,#1f7a34);--paper:var(--molecule-paper,#fff)}@media (prefers-color-scheme:dark){.molecule{--ink:var(--molecule-ink,#e6edf3);--nitrogen:var(--molecule-nitrogen,#8ab0ff);--oxygen:var(--molecule-oxygen,#ff8f85);--halogen:var(--molecule-halogen,#7ee08f);--paper:var(--molecule-paper,#0d1117)}}</style> <g stroke=\"var(--ink)\" stroke-width=\"1.6\" stroke-linecap=\"round\"> <path d=\"M104.9 33.1L77.1 49.1\"/> <path d=\"M77.1 49.1L45.1 49.1\"/> <path d=\"M45.1 49.1L56.4 68.6\"/> <path d=\"M77.1 49.1L65.9 68.6\"/> </g> <circle cx=\"61.1\" cy=\"76.9\" r=\"8\" fill=\"var(--paper)\"/> <text x=\"61.1\" y=\"81.9\" text-anchor=\"middle\" fill=\"var(--oxygen)\">O</text> </svg>","species":["C","C","C","O","H","H","H","H","H","H"],"positions":[[-1.235,0.224,-0.037],[0.064,-0.538,0.027],[1.357,0.147,-0.05],[0.873,-0.373,1.155],[-2.006,-0.303,0.519],[-1.111,1.214,0.393],[-1.553,0.32,-1.073],[0.015,-1.561,-0.344],[2.217,-0.361,-0.472],[1.381,1.229,-0.117]],"bonds":[[0,1,1],[1,2,1],[1,3,1],[2,3,1],[0,4,1],[0,5,1],[0,6,1],[1,7,1],[2,8,1],[2,9,1]],"ir":[[162.1,0.35],[364.4,3.77],[408.9,4.84],[843.7,1.39],[909.8,0.84],[948.2,20.53],[1034.6,10.31],[1053.6,7.23],[1097.1,3.59],[1105.4,25.65],[1131.1,18.86],[1148.1,10.1],[1275.8,8.07],[1391.8,3.9],[1415.0,24.11],[1470.0,3.6],[1483.8,9.43],[1498.9,25.11],[2977.7,32.27],[3029.4,27.63],[3032.9,20.12],[3035.4,34.77],[3041.2,21.26],[3051.0,31.58]],"raman":[[162.1,0.05],[364.4,0.17],[408.9,0.19],[843.7,1.72],[909.8,1.46],[948.2,2.18],[1034.6,1.22],[1053.6,2.91],[1097.1,1.19],[1105.4,2.04],[1131.1,1.69],[1148.1,1.47],[1275.8,7.07],[1391.8,4.06],[1415.0,2.22],[1470.0,3.1],[1483.8,2.67],[1498.9,4.82],[2977.7,13.6],[3029.4,16.38],[3032.9,8.15],[3035.4,9.16],[3041.2,17.27],[3051.0,12.54]],"uv":[[9.823,0.0124],[9.96,0.0008],[10.515,0.0291],[11.238,0.0428],[11.569,0.4418],[11.586,0.0571],[12.186,0.0327],[12.587,0.0167],[12.838,0.0165],[12.975,0.0157]]}];

const GRIDS = { ir: [501.5, 4, 875, 10, '1/cm'], raman: [501.5, 4, 875, 10, '1/cm'], uv: [0.01, 0.04, 350, 0.1, 'eV'] };

function curve(modality, lines, scale = 1) {
  const [start, step, count, width, unit] = GRIDS[modality];
  const values = Array.from({ length: count }, (_, i) =>
    lines.reduce((sum, [at, strength]) => sum + strength / ((start + i * step - at * scale) ** 2 + width ** 2), 0),
  );
  const strongest = Math.max(...values);
  return { modality, unit, start, step, values: values.map((y) => Math.round((1000 * y) / strongest) / 1000) };
}

const curves = (molecule, scale) => ['ir', 'raman', 'uv'].map((modality) => curve(modality, molecule[modality], scale));

export const spectralReport = {
  kind: 'spectral_report',
  id: 'sample 12',
  top_is_right: 0.871,
  given: curves(molecules[0], 1),
  molecules: molecules.map(({ species, positions, bonds, ir, raman, uv, ...sheet }) => ({
    ...sheet,
    atoms: species.map((element, i) => ({ element, position: positions[i], charge: 0 })),
    bonds: bonds.map(([first, second, order]) => ({ first, second, order: order === 2 ? 'DOUBLE' : 'SINGLE' })),
    expected: curves({ ir, raman, uv }, 1.012),
  })),
  remarks: ['the positions of measured bands are some per cent off those of computed ones'],
};

export const elucidation = {
  id: 'sample 12',
  modalities: ['ir', 'raman', 'uv'],
  top_probability: 0.871,
  candidates: molecules.map(({ smiles, inchikey, formula, probability, mismatch }, i) => ({ rank: i + 1, smiles, inchikey, formula, probability, mismatch })),
  formulas: ['C3H6O'],
  considered: 9,
  complete: true,
  remarks: spectralReport.remarks,
  report: 'e'.repeat(64),
};

export const spectralCard = {
  model: 'diffspectra-f',
  version: 'fixture',
  metrics: [
    { metric: 'top-1', dataset: 'fixture, ir as lines', value: 0.9, unit: '1', baselines: [] },
    { metric: 'stated less actual probability that the first is right', dataset: 'fixture, ir as lines', value: -0.01, unit: '1', baselines: [] },
  ],
  charts: [],
  known_failures: ['a fixture tells nothing'],
};
