/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/cruxes.h"
#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/**
 * DemBlock: a piece of a paper.
 * @lead: (nullable): what stands in bold before the text
 * @depth: of an item, from 0
 * @link: (nullable): where the text leads, http(s) or mailto
 */
typedef enum
{
  DEM_BLOCK_TITLE,
  DEM_BLOCK_HEADING,
  DEM_BLOCK_SUBHEADING,
  DEM_BLOCK_TEXT,
  DEM_BLOCK_ITEM,
  DEM_BLOCK_CAVEAT,   /* what has to be known of what stands above */
  DEM_BLOCK_MAP,      /* pictures; the text says what is seen */
  DEM_BLOCK_TIMELINE,
  DEM_BLOCK_STOP, /* a picture of a briefing's stop, whose position is the depth */
  DEM_BLOCK_PAGE, /* what follows begins on a page of its own; without text */
} DemBlockKind;

typedef struct
{
  DemBlockKind kind;
  guint depth;
  char *lead;
  char *text;
  char *link;
} DemBlock;

/**
 * DemPaper:
 *
 * A text to be handed out, as a list of blocks from which Markdown, HTML and pages are made alike.
 */
typedef struct
{
  char *title;
  char *subject;  /* nullable */
  char *author;   /* nullable */
  char *language; /* nullable: BCP 47 */
  char *marking;  /* nullable: the line on every page */
  GPtrArray *blocks; /* DemBlock */
} DemPaper;

DemPaper *dem_paper_new (DemDossier *dossier, const char *title);
void dem_paper_free (DemPaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemPaper, dem_paper_free)

/* @text: not NULL; @lead and @link may be */
void dem_paper_add (DemPaper *self, DemBlockKind kind, guint depth, const char *lead, const char *text, const char *link);

/**
 * dem_paper_new_brief:
 * @cruxes: (nullable): of what the evaluation says; %NULL when nothing is claimed
 *
 * One page: the question, the answer, its strongest three reasons, what it hangs on and what is to be decided. (transfer full)
 */
DemPaper *dem_paper_new_brief (DemEvaluation *evaluation, DemCruxes *cruxes);

/**
 * dem_paper_new_report:
 * @notebook: (nullable): whose notes are told, if any
 * @with_private: also those that are marked as private
 *
 * Everything: the argument with its strengths and what they are not, the timeline, the actors and how they stand, the sources,
 * and notes. (transfer full)
 */
DemPaper *dem_paper_new_report (DemEvaluation *evaluation, DemNotebook *notebook, gboolean with_private);

/* CommonMark. Pictures are told in words. (transfer full) */
char *dem_paper_to_markdown (const DemPaper *self);

/**
 * DemPaperPicture: makes a picture for a block as SVG, or NULL for none. (transfer full)
 */
typedef GBytes *(*DemPaperPicture) (DemBlockKind kind, gpointer data);

/* One file that needs no other: headings, pictures with alternative texts, and a style for screen and print. @picture:
 * (nullable). (transfer full) */
char *dem_paper_to_html (const DemPaper *self, DemPaperPicture picture, gpointer data);

G_END_DECLS
