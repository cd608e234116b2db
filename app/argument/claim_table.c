/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/claim_table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "app/dossier/claim_links.h"

/* A change that would not be seen in two decimals. */
#define LEAST_CHANGE 0.005

struct _DemClaimTable
{
  DemDossier *dossier;
  DemEvaluation *evaluation; /* nullable, as is the next */
  DemEvaluation *before;
  guint8 *sides; /* DemSign by claim; NULL until asked for */
  char **keys[DEM_N_COLUMNS]; /* what columns of text are compared by, by claim; NULL until asked for */
  char **folded;              /* what is searched, by claim; entries NULL until asked for */
  guint n;
};

DemClaimTable *
dem_claim_table_new (DemDossier *dossier)
{
  DemClaimTable *self;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  self = g_new0 (DemClaimTable, 1);
  self->dossier = g_object_ref (dossier);
  self->n = dem_dossier_count (dossier, DEM_KIND_CLAIM);
  self->folded = g_new0 (char *, self->n + 1);
  return self;
}

static void
free_strings (char **strings, guint n)
{
  for (guint i = 0; strings != NULL && i < n; i++)
    g_free (strings[i]);
  g_free (strings);
}

void
dem_claim_table_free (DemClaimTable *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < DEM_N_COLUMNS; i++)
    free_strings (self->keys[i], self->n);
  free_strings (self->folded, self->n);
  g_free (self->sides);
  g_clear_pointer (&self->evaluation, dem_evaluation_unref);
  g_clear_pointer (&self->before, dem_evaluation_unref);
  g_object_unref (self->dossier);
  g_free (self);
}

void
dem_claim_table_set_evaluation (DemClaimTable *self, DemEvaluation *evaluation, DemEvaluation *before)
{
  g_return_if_fail (self != NULL && evaluation != NULL && before != NULL);
  g_return_if_fail (dem_evaluation_get_dossier (evaluation) == self->dossier);

  dem_evaluation_ref (evaluation);
  dem_evaluation_ref (before);
  if (self->evaluation == NULL
      || dem_evaluation_get_scenario (self->evaluation) != dem_evaluation_get_scenario (evaluation))
    g_clear_pointer (&self->sides, g_free);
  g_clear_pointer (&self->evaluation, dem_evaluation_unref);
  g_clear_pointer (&self->before, dem_evaluation_unref);
  self->evaluation = evaluation;
  self->before = before;
}

DemDossier *
dem_claim_table_get_dossier (DemClaimTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dossier;
}

DemEvaluation *
dem_claim_table_get_evaluation (DemClaimTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->evaluation;
}

/* ---- For and against ---- */

/* The side of a node from that of its parent, which stands before it. */
static DemSign
find_side (const DemOutlineNode *node, const guint8 *sides_of_nodes)
{
  DemSign above;

  if (node->sign == DEM_SIGN_THESIS)
    return DEM_SIGN_THESIS;
  if (node->parent == DEM_NO_NODE)
    return DEM_SIGN_NONE;
  above = sides_of_nodes[node->parent];
  if (above == DEM_SIGN_NONE)
    return DEM_SIGN_NONE;
  return (node->sign == DEM_SIGN_FOR) == (above != DEM_SIGN_AGAINST) ? DEM_SIGN_FOR : DEM_SIGN_AGAINST;
}

static void
find_sides (DemClaimTable *self)
{
  guint32 scenario = self->evaluation != NULL ? dem_evaluation_get_scenario (self->evaluation) : DEM_NO_INDEX;
  g_autoptr (DemOutline) outline = dem_outline_new (self->dossier, scenario);
  guint n = dem_outline_get_n_nodes (outline);
  g_autofree guint8 *sides_of_nodes = g_new0 (guint8, n + 1);

  self->sides = g_new0 (guint8, self->n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      const DemOutlineNode *node = dem_outline_get_node (outline, i);

      sides_of_nodes[i] = (guint8) find_side (node, sides_of_nodes);
      if (!node->is_reference)
        self->sides[node->claim] = sides_of_nodes[i];
    }
}

DemSign
dem_claim_table_get_side (DemClaimTable *self, guint32 claim)
{
  g_return_val_if_fail (self != NULL && claim < self->n, DEM_SIGN_NONE);

  if (self->sides == NULL)
    find_sides (self);
  return self->sides[claim];
}

/* ---- What stands in a column ---- */

const char *
dem_column_get_title (DemColumn column)
{
  static const char *const titles[DEM_N_COLUMNS]
      = { N_ ("Claim"),  N_ ("Kind"),  N_ ("Side"),       N_ ("Who"),    N_ ("Strength"),
          N_ ("Change"), N_ ("Basis"), N_ ("Paragraphs"), N_ ("Actors"), N_ ("Events") };

  g_return_val_if_fail (column < DEM_N_COLUMNS, NULL);

  return _ (titles[column]);
}

static const char *
get_side_word (DemSign side)
{
  return side == DEM_SIGN_FOR ? _ ("for") : side == DEM_SIGN_AGAINST ? _ ("against") : "";
}

static char *
dup_strength (DemClaimTable *self, guint32 claim)
{
  DemStrength strength;

  if (self->evaluation == NULL)
    return g_strdup ("");
  strength = dem_evaluation_get (self->evaluation, DEM_REF (CLAIM, claim));
  if (strength.status == DEM_STATUS_UNSETTLED)
    return g_strdup (_ ("unsettled"));
  if (strength.status == DEM_STATUS_UNDECIDED)
    return g_strdup_printf ("%.2f–%.2f", strength.low, strength.high);
  return isnan (strength.strength) ? g_strdup ("") : g_strdup_printf ("%.2f", strength.strength);
}

double
dem_claim_table_get_change (DemClaimTable *self, guint32 claim)
{
  g_return_val_if_fail (self != NULL && claim < self->n, NAN);

  if (self->evaluation == NULL)
    return NAN;
  return dem_evaluation_get (self->evaluation, DEM_REF (CLAIM, claim)).strength
         - dem_evaluation_get (self->before, DEM_REF (CLAIM, claim)).strength;
}

static char *
dup_change (DemClaimTable *self, guint32 claim)
{
  double before;

  if (!(fabs (dem_claim_table_get_change (self, claim)) >= LEAST_CHANGE))
    return g_strdup ("");
  before = dem_evaluation_get (self->before, DEM_REF (CLAIM, claim)).strength;
  /* Translators: a strength before and after something was assumed. */
  return g_strdup_printf (_ ("%.2f → %.2f"), before,
                          dem_evaluation_get (self->evaluation, DEM_REF (CLAIM, claim)).strength);
}

static char *
dup_cites (DemClaimTable *self, const DemItem *item)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < item->n_cites; i++)
    {
      g_autofree char *text = dem_cite_dup_text (self->dossier, &item->cites[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? " " : "", text);
    }
  return g_string_free (list, FALSE);
}

static char *
dup_labels (DemClaimTable *self, DemKind kind, GArray *indices)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < indices->len; i++)
    {
      DemRef ref = { kind, g_array_index (indices, guint32, i) };
      g_autofree char *label = dem_dossier_dup_label (self->dossier, ref);

      g_string_append_printf (list, "%s%s", i > 0 ? _ (", ") : "", label);
    }
  g_array_unref (indices);
  return g_string_free (list, FALSE);
}

char *
dem_claim_table_dup_cell (DemClaimTable *self, DemColumn column, guint32 claim)
{
  const DemClaim *item;

  g_return_val_if_fail (self != NULL && claim < self->n, NULL);

  item = dem_dossier_claim (self->dossier, claim);
  switch (column)
    {
    case DEM_COLUMN_CLAIM:
      return dem_dossier_dup_label (self->dossier, DEM_REF (CLAIM, claim));
    case DEM_COLUMN_KIND:
      return g_strdup (dem_claim_kind_get_word (item->kind));
    case DEM_COLUMN_SIDE:
      return g_strdup (get_side_word (dem_claim_table_get_side (self, claim)));
    case DEM_COLUMN_WHO:
      return item->by != DEM_NO_INDEX ? dem_dossier_dup_label (self->dossier, DEM_REF (ACTOR, item->by)) : g_strdup ("");
    case DEM_COLUMN_STRENGTH:
      return dup_strength (self, claim);
    case DEM_COLUMN_CHANGE:
      return dup_change (self, claim);
    case DEM_COLUMN_BASIS:
      return g_strdup (dem_basis_get_word (item->item.basis));
    case DEM_COLUMN_PARAGRAPHS:
      return dup_cites (self, &item->item);
    case DEM_COLUMN_ACTORS:
      return dup_labels (self, DEM_KIND_ACTOR, dem_claim_dup_actors (self->dossier, claim));
    case DEM_COLUMN_EVENTS:
      return dup_labels (self, DEM_KIND_EVENT, dem_claim_dup_events (self->dossier, claim));
    case DEM_N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

void
dem_claim_table_write (DemClaimTable *self, const DemColumn *columns, guint32 claim, DemCellWriter writer, GString *text)
{
  g_return_if_fail (self != NULL && columns != NULL && writer != NULL);

  for (; *columns != DEM_N_COLUMNS; columns++)
    {
      g_autofree char *cell = *columns == DEM_COLUMN_CLAIM ? g_strdup (dem_dossier_claim (self->dossier, claim)->text)
                                                           : dem_claim_table_dup_cell (self, *columns, claim);

      writer (text, cell);
    }
}

/* ---- Order ---- */

static const char *
get_key (DemClaimTable *self, DemColumn column, guint32 claim)
{
  char **keys = self->keys[column];

  if (keys == NULL)
    keys = self->keys[column] = g_new0 (char *, self->n + 1);
  if (keys[claim] == NULL)
    {
      g_autofree char *cell = dem_claim_table_dup_cell (self, column, claim);
      g_autofree char *folded = g_utf8_casefold (cell, -1);

      keys[claim] = g_utf8_collate_key (folded, -1);
    }
  return keys[claim];
}

/* Nothing comes after something. */
static int
compare_texts (const char *a, const char *b)
{
  if (*a == '\0' || *b == '\0')
    return (*a == '\0') - (*b == '\0');
  return strcmp (a, b);
}

static int
compare_numbers (double a, double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) - isnan (b);
  return a < b ? -1 : a > b;
}

/* By the first citation: source, then paragraph; then by how many there are. */
static int
compare_cites (const DemItem *a, const DemItem *b)
{
  guint n = MIN (a->n_cites, b->n_cites);

  if (n == 0)
    return (a->n_cites == 0) - (b->n_cites == 0);
  for (guint i = 0; i < n; i++)
    {
      const DemCite *first = &a->cites[i], *second = &b->cites[i];

      if (first->source != second->source)
        return first->source < second->source ? -1 : 1;
      if (first->paragraph != second->paragraph)
        return first->paragraph < second->paragraph ? -1 : 1;
    }
  return a->n_cites < b->n_cites ? -1 : a->n_cites > b->n_cites;
}

static double
get_strength (DemClaimTable *self, guint32 claim)
{
  return self->evaluation != NULL ? dem_evaluation_get (self->evaluation, DEM_REF (CLAIM, claim)).strength : NAN;
}

/* Thesis, for, against, neither. */
static guint
get_side_rank (DemClaimTable *self, guint32 claim)
{
  DemSign side = dem_claim_table_get_side (self, claim);

  return side == DEM_SIGN_NONE ? G_MAXINT : side;
}

int
dem_claim_table_compare (DemClaimTable *self, DemColumn column, guint32 a, guint32 b)
{
  const DemClaim *first, *second;

  g_return_val_if_fail (self != NULL && a < self->n && b < self->n, 0);

  first = dem_dossier_claim (self->dossier, a);
  second = dem_dossier_claim (self->dossier, b);
  switch (column)
    {
    case DEM_COLUMN_KIND:
      return (int) first->kind - (int) second->kind;
    case DEM_COLUMN_BASIS:
      return (int) first->item.basis - (int) second->item.basis;
    case DEM_COLUMN_SIDE:
      return (int) get_side_rank (self, a) - (int) get_side_rank (self, b);
    case DEM_COLUMN_STRENGTH:
      return compare_numbers (get_strength (self, a), get_strength (self, b));
    case DEM_COLUMN_CHANGE:
      return compare_numbers (fabs (dem_claim_table_get_change (self, a)), fabs (dem_claim_table_get_change (self, b)));
    case DEM_COLUMN_PARAGRAPHS:
      return compare_cites (&first->item, &second->item);
    case DEM_COLUMN_CLAIM:
    case DEM_COLUMN_WHO:
    case DEM_COLUMN_ACTORS:
    case DEM_COLUMN_EVENTS:
    case DEM_N_COLUMNS:
    default:
      return compare_texts (get_key (self, column, a), get_key (self, column, b));
    }
}

/* ---- Filter ---- */

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal, -1);
}

static const char *
get_folded (DemClaimTable *self, guint32 claim)
{
  if (self->folded[claim] == NULL)
    {
      const DemClaim *item = dem_dossier_claim (self->dossier, claim);
      const char *who = item->by != DEM_NO_INDEX ? dem_dossier_actor (self->dossier, item->by)->name : "";
      g_autofree char *text
          = g_strjoin ("\n", item->text, item->item.label != NULL ? item->item.label : "", who, item->item.id, NULL);

      self->folded[claim] = fold (text);
    }
  return self->folded[claim];
}

static gboolean
has_words (DemClaimTable *self, const char *words, guint32 claim)
{
  g_autofree char *folded = fold (words);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (get_folded (self, claim), parts[i]) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
dem_claim_table_matches (DemClaimTable *self, const DemClaimFilter *filter, guint32 claim)
{
  guint32 scenario;
  const DemClaim *item;

  g_return_val_if_fail (self != NULL && filter != NULL && claim < self->n, FALSE);

  scenario = self->evaluation != NULL ? dem_evaluation_get_scenario (self->evaluation) : DEM_NO_INDEX;
  item = dem_dossier_claim (self->dossier, claim);
  if (!dem_dossier_exists_in (self->dossier, DEM_REF (CLAIM, claim), scenario))
    return FALSE;
  if (filter->kind != DEM_FILTER_ANY && item->kind != filter->kind)
    return FALSE;
  if (filter->basis != DEM_FILTER_ANY && item->item.basis != filter->basis)
    return FALSE;
  if (filter->who != DEM_FILTER_ANY
      && item->by != (filter->who == DEM_FILTER_NOBODY ? DEM_NO_INDEX : filter->who))
    return FALSE;
  if (filter->side != DEM_FILTER_ANY && dem_claim_table_get_side (self, claim) != filter->side)
    return FALSE;
  return filter->words == NULL || has_words (self, filter->words, claim);
}
