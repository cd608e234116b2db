/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/json_tape.h"
#include "app/base/problem.h"

G_BEGIN_DECLS

/* More than anybody reads; those beyond are only counted. */
#define DEM_MAX_PROBLEMS 10000

/**
 * DemProblemList:
 *
 * Problems as they are found, with the offset of the value concerned; lines and columns are counted once, at
 * the end.
 */
typedef struct
{
  GArray *found;
  guint n_more; /* not kept */
} DemProblemList;

DemProblemList *dem_problem_list_new (void);
void dem_problem_list_free (DemProblemList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemProblemList, dem_problem_list_free)

/* Whether another one would be kept; counts it if not. */
gboolean dem_problem_list_has_room (DemProblemList *list);

/* Takes the problem. */
void dem_problem_list_add (DemProblemList *list, DemProblem *problem, guint32 offset);

/* Moves all of @other's to the end. */
void dem_problem_list_merge (DemProblemList *list, DemProblemList *other);

/* Drops what was added since a mark was taken. */
typedef struct
{
  guint n_found;
  guint n_more;
} DemProblemMark;

DemProblemMark dem_problem_list_mark (const DemProblemList *list);
void dem_problem_list_rewind (DemProblemList *list, DemProblemMark mark);

/* Moves everything, sorted by place and placed, to an array of DemProblem. */
void dem_problem_list_finish (DemProblemList *list, const char *text, gsize size, GPtrArray *problems);

G_END_DECLS
