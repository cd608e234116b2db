/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/**
 * DemJudgements: claims' ids → numbers from 0 to 1 that a reader has given them.
 */
typedef struct _DemJudgements DemJudgements;

DemJudgements *dem_judgements_new (void);
/* (transfer full) */
DemJudgements *dem_judgements_copy (const DemJudgements *self);
void dem_judgements_free (DemJudgements *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemJudgements, dem_judgements_free)

gboolean dem_judgements_equal (const DemJudgements *a, const DemJudgements *b);
guint dem_judgements_count (const DemJudgements *self);

/* NAN when there is none. */
double dem_judgements_get (const DemJudgements *self, const char *claim);

/* Sets, or with NAN removes. FALSE when it was so already. */
gboolean dem_judgements_set (DemJudgements *self, const char *claim, double value);

/* The ids of all claims that have one, sorted, NULL-terminated. Free the array with g_free(), the strings are
 * the judgements'. */
const char **dem_judgements_list (const DemJudgements *self);

/* Those of claims that a dossier has, by index. Returns: (element-type DemAssumption) (transfer full) */
GArray *dem_judgements_resolve (const DemJudgements *self, DemDossier *dossier);

G_END_DECLS
