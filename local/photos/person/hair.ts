/** A head of hair in two layers: what falls behind the neck, and what frames or covers the face. */
export interface Hair {
  back: string;
  front: string;
}
