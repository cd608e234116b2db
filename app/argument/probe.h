/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/bounds.h"
#include "app/argument/evaluation_private.h"

G_BEGIN_DECLS

/**
 * DemProbe:
 *
 * Answers many questions "how strong would the target be if these were fixed?" about one evaluation, each by
 * recomputing only what lies between them and the target. Private to this room, for one thread.
 *
 * It works with intervals throughout (see solver.h); its strengths are their middles.
 */
typedef struct _DemProbe DemProbe;

/* Fixes a node at a strength. */
typedef struct
{
  guint32 node;
  double strength;
} DemFix;

/* The target is a node. */
DemProbe *dem_probe_new (DemEvaluation *evaluation, guint32 target);
void dem_probe_free (DemProbe *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemProbe, dem_probe_free)

/**
 * dem_probe_vary:
 * @values: by node: starting values and weights to go on with, instead of the evaluation's; copied
 */
void dem_probe_vary (DemProbe *self, const double *values);

/* Whether the target depends on a node at all. The target itself does. */
gboolean dem_probe_is_relevant (DemProbe *self, guint32 node);

/* The target's strength as things are, and if @fixes held; fixes go over the evaluation's assumptions. */
DemBounds dem_probe_get_now (DemProbe *self);
DemBounds dem_probe_ask (DemProbe *self, const DemFix *fixes, guint n);

G_END_DECLS
