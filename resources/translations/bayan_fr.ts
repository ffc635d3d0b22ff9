<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en_GB">
<context>
    <name>Actions</name>
    <message>
        <source>New release</source>
        <translation>Nouveau communiqué</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Mark as quotation…</source>
        <translation>Marquer comme citation…</translation>
    </message>
    <message>
        <source>Kind of paragraph…</source>
        <translation>Type de paragraphe…</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>Remarque suivante</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>Remarque précédente</translation>
    </message>
    <message>
        <source>Take the first fix</source>
        <translation>Appliquer la première correction</translation>
    </message>
    <message>
        <source>Fix all safe</source>
        <translation>Corriger tout ce qui est sûr</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>typing</source>
        <translation>saisie</translation>
    </message>
    <message>
        <source>new paragraph</source>
        <translation>nouveau paragraphe</translation>
    </message>
    <message>
        <source>joining paragraphs</source>
        <translation>fusion de paragraphes</translation>
    </message>
    <message>
        <source>moving a paragraph</source>
        <translation>déplacement d’un paragraphe</translation>
    </message>
    <message>
        <source>inserting</source>
        <translation>insertion</translation>
    </message>
    <message>
        <source>deleting</source>
        <translation>suppression</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>restauration</translation>
    </message>
    <message>
        <source>kind of paragraph</source>
        <translation>type de paragraphe</translation>
    </message>
    <message>
        <source>marking</source>
        <translation>marquage</translation>
    </message>
    <message>
        <source>unmarking</source>
        <translation>retrait d’une marque</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>orateur</translation>
    </message>
    <message>
        <source>details of the release</source>
        <translation>informations du communiqué</translation>
    </message>
    <message>
        <source>confirming</source>
        <translation>confirmation</translation>
    </message>
    <message>
        <source>fix</source>
        <translation>correction</translation>
    </message>
</context>
<context>
    <name>DatePicker</name>
    <message>
        <source>No date</source>
        <translation>Sans date</translation>
    </message>
    <message>
        <source>One day earlier, by moon sighting</source>
        <translation>Un jour plus tôt, selon l’observation de la lune</translation>
    </message>
    <message>
        <source>One day later, by moon sighting</source>
        <translation>Un jour plus tard, selon l’observation de la lune</translation>
    </message>
    <message>
        <source>Day of the release</source>
        <translation>Jour du communiqué</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Subheadline</source>
        <translation>Sous-titre</translation>
    </message>
    <message>
        <source>Dateline</source>
        <translation>Ligne de date</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Paragraph {number}</source>
        <translation>Paragraphe {number}</translation>
    </message>
    <message>
        <source>The whole release</source>
        <translation>Tout le communiqué</translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message>
        <source>Findings</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Nothing to mend</source>
        <translation>Rien à corriger</translation>
    </message>
    <message>
        <source>The checks find no fault in this release.</source>
        <translation>Les contrôles ne trouvent aucun défaut dans ce communiqué.</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erreur</numerusform>
            <numerusform>%n erreurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix all safe ({count})</source>
        <translation>Corriger tout ce qui est sûr ({count})</translation>
    </message>
</context>
<context>
    <name>HeadForm</name>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Date of the release</source>
        <translation>Date du communiqué</translation>
    </message>
    <message>
        <source>Add the date</source>
        <translation>Ajouter la date</translation>
    </message>
    <message>
        <source>{size} of {limit} characters</source>
        <translation>{size} caractères sur {limit}</translation>
    </message>
</context>
<context>
    <name>KindsMargin</name>
    <message>
        <source>Lead</source>
        <translation>Chapeau</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>Paragraphe</translation>
    </message>
    <message>
        <source>Subheading</source>
        <translation>Intertitre</translation>
    </message>
    <message>
        <source>List item</source>
        <translation>Élément de liste</translation>
    </message>
    <message>
        <source>About us</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
</context>
<context>
    <name>PageEditor</name>
    <message>
        <source>Write the lead here</source>
        <translation>Écrivez le chapeau ici</translation>
    </message>
</context>
<context>
    <name>ReleaseView</name>
    <message>
        <source>Select the words of the quotation first.</source>
        <translation>Sélectionnez d’abord les mots de la citation.</translation>
    </message>
    <message>
        <source>Text of the release</source>
        <translation>Texte du communiqué</translation>
    </message>
</context>
<context>
    <name>SpeakerMenu</name>
    <message>
        <source>Nobody named</source>
        <translation>Personne de nommé</translation>
    </message>
    <message>
        <source>Not a quotation</source>
        <translation>Pas une citation</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n mot</numerusform>
            <numerusform>%n mots</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Enregistré à {time}</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>For approval</source>
        <translation>À approuver</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approuvé</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publié</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Rectificatif</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Exporting…</source>
        <translation>Exportation…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Bayan</source>
        <translation>Bayan</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Language of the interface</source>
        <translation>Langue de l’interface</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message numerus="yes">
        <source>%n fix(es) taken</source>
        <translation>
            <numerusform>%n correction appliquée</numerusform>
            <numerusform>%n corrections appliquées</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Exported: {names}</source>
        <translation>Exporté : {names}</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Releases and texts</source>
        <translation>Communiqués et textes</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Kept in {path}</source>
        <translation>Conservé dans {path}</translation>
    </message>
    <message>
        <source>New release</source>
        <translation>Nouveau communiqué</translation>
    </message>
    <message>
        <source>Bayan</source>
        <translation>Bayan</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Fermer sans enregistrer</translation>
    </message>
</context>
</TS>
