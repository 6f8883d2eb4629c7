import { expect, it } from 'vitest';
import { elementsOf, formulaParts, spaceGroupParts } from './formula';
import { spaceGroupSymbol } from './spacegroups';

it('sets counts below the line', () => {
  expect(formulaParts('Re2ZrAl0.5').filter((part) => part.below).map((part) => part.text)).toEqual(['2', '0.5']);
  expect(formulaParts('ABC4 (tP12, No. 124)').filter((part) => part.below).map((part) => part.text)).toEqual(['4']);
  expect(formulaParts('AB3 (oC8, No. 65) ordered').map((part) => part.text).join('')).toBe('AB3 (oC8, No. 65) ordered');
  expect(formulaParts('Ca10(PO4)6F2').filter((part) => part.below).map((part) => part.text)).toEqual(['10', '4', '6', '2']);
  expect(formulaParts('alpha-NaFeO2').filter((part) => part.below).map((part) => part.text)).toEqual(['2']);
  expect(elementsOf('ScRe2Si2')).toEqual(['Sc', 'Re', 'Si']);
});

it('knows screw axes and overbars', () => {
  expect(spaceGroupParts('P6_3/mmc')[1]).toEqual({ text: '3', below: true, bar: false });
  expect(spaceGroupParts('Fm-3m')[1]).toEqual({ text: '3', below: false, bar: true });
});

it('names space groups by number', () => {
  expect(spaceGroupSymbol(189)).toBe('P-62m');
  expect(spaceGroupSymbol('225')).toBe('Fm-3m');
  expect(spaceGroupSymbol(230)).toBe('Ia-3d');
  expect(spaceGroupSymbol('Pnma')).toBe('Pnma');
  expect(spaceGroupSymbol(231)).toBe('231');
});
