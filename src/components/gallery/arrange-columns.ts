interface Shape {
  widthPx: number | null;
  heightPx: number | null;
}

/** Deals pictures to columns, each to the shortest so far: columns end about level and the newest stay on top. */
export function arrangeColumns<Picture extends Shape>(pictures: Picture[], count: number): Picture[][] {
  const columns = Array.from({ length: count }, () => ({ heightShare: 0, pictures: [] as Picture[] }));
  for (const picture of pictures) {
    const shortest = columns.reduce((best, column) =>
      column.heightShare < best.heightShare ? column : best,
    );
    shortest.pictures.push(picture);
    shortest.heightShare += (picture.heightPx ?? 1) / (picture.widthPx ?? 1);
  }
  return columns.map((column) => column.pictures);
}
