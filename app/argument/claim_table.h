/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/evaluation.h"
#include "app/argument/outline.h"

G_BEGIN_DECLS

typedef enum
{
  DEM_COLUMN_CLAIM,
  DEM_COLUMN_KIND,
  DEM_COLUMN_SIDE,
  DEM_COLUMN_WHO,
  DEM_COLUMN_STRENGTH,
  DEM_COLUMN_CHANGE,
  DEM_COLUMN_BASIS,
  DEM_COLUMN_PARAGRAPHS,
  DEM_COLUMN_ACTORS,
  DEM_COLUMN_EVENTS,
  DEM_N_COLUMNS,
} DemColumn;

/* Any kind, basis or side in a filter. */
#define DEM_FILTER_ANY G_MAXUINT32

/* In place of an actor in a filter: claims that nobody is said to assert. */
#define DEM_FILTER_NOBODY (G_MAXUINT32 - 1)

/**
 * DemClaimFilter:
 * @words: (nullable): all of these, parted by blanks, must stand in the claim, its short name or who says it
 * @kind: DemClaimKind, or DEM_FILTER_ANY
 * @who: index of an actor, DEM_FILTER_NOBODY or DEM_FILTER_ANY
 * @basis: DemBasis, or DEM_FILTER_ANY
 * @side: DEM_SIGN_FOR, DEM_SIGN_AGAINST, or DEM_FILTER_ANY
 */
typedef struct
{
  char *words;
  guint32 kind;
  guint32 who;
  guint32 basis;
  guint32 side;
} DemClaimFilter;

#define DEM_CLAIM_FILTER_NONE \
  ((DemClaimFilter){ NULL, DEM_FILTER_ANY, DEM_FILTER_ANY, DEM_FILTER_ANY, DEM_FILTER_ANY })

/**
 * DemClaimTable:
 *
 * The claims of a dossier as rows of a table: what stands in each column, in which order rows go and which pass a filter.
 * What is compared and searched is prepared when first asked for. Claims are told by index. For one thread.
 */
typedef struct _DemClaimTable DemClaimTable;

DemClaimTable *dem_claim_table_new (DemDossier *dossier);
void dem_claim_table_free (DemClaimTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemClaimTable, dem_claim_table_free)

/* The strengths to tell, and those of the dossier as it is to compare with; both are referenced. */
void dem_claim_table_set_evaluation (DemClaimTable *self, DemEvaluation *evaluation, DemEvaluation *before);

DemDossier *dem_claim_table_get_dossier (DemClaimTable *self);
DemEvaluation *dem_claim_table_get_evaluation (DemClaimTable *self);

/* "Strength", translated. Static. */
const char *dem_column_get_title (DemColumn column);

/* What stands in a column, as text; "" where there is nothing. (transfer full) */
char *dem_claim_table_dup_cell (DemClaimTable *self, DemColumn column, guint32 claim);

/* Whether a claim in the end speaks for or against the thesis it stands under: each attack and undercut on the way turns it
 * round. DEM_SIGN_THESIS for a thesis, DEM_SIGN_NONE for what hangs under none. */
DemSign dem_claim_table_get_side (DemClaimTable *self, guint32 claim);

/* How much its strength differs from that of the dossier as it is; NAN when one of them is none. */
double dem_claim_table_get_change (DemClaimTable *self, guint32 claim);

/* Below 0, 0 or above. Text goes by the rules of the language, numbers by size, changes by their size in either direction,
 * what has no number comes last, lists by their first. */
int dem_claim_table_compare (DemClaimTable *self, DemColumn column, guint32 a, guint32 b);

/* Whether a claim exists in the scenario and passes a filter. */
gboolean dem_claim_table_matches (DemClaimTable *self, const DemClaimFilter *filter, guint32 claim);

/* Writes the cells of some columns one after another, claims in full. @columns ends with DEM_N_COLUMNS. */
typedef void (*DemCellWriter) (GString *text, const char *cell);
void dem_claim_table_write (DemClaimTable *self, const DemColumn *columns, guint32 claim, DemCellWriter writer,
                            GString *text);

G_END_DECLS
