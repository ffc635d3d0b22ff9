<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en_GB">
<context>
    <name>Actions</name>
    <message>
        <source>New release</source>
        <translation>بيان جديد</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>فتح…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Mark as quotation…</source>
        <translation>تعليم كاقتباس…</translation>
    </message>
    <message>
        <source>Kind of paragraph…</source>
        <translation>نوع الفقرة…</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>الملاحظة التالية</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>الملاحظة السابقة</translation>
    </message>
    <message>
        <source>Take the first fix</source>
        <translation>تطبيق الإصلاح الأول</translation>
    </message>
    <message>
        <source>Fix all safe</source>
        <translation>إصلاح كل الآمن</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>typing</source>
        <translation>كتابة</translation>
    </message>
    <message>
        <source>new paragraph</source>
        <translation>فقرة جديدة</translation>
    </message>
    <message>
        <source>joining paragraphs</source>
        <translation>ضم فقرتين</translation>
    </message>
    <message>
        <source>moving a paragraph</source>
        <translation>نقل فقرة</translation>
    </message>
    <message>
        <source>inserting</source>
        <translation>إدراج</translation>
    </message>
    <message>
        <source>deleting</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>kind of paragraph</source>
        <translation>نوع الفقرة</translation>
    </message>
    <message>
        <source>marking</source>
        <translation>تعليم</translation>
    </message>
    <message>
        <source>unmarking</source>
        <translation>إزالة تعليم</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>متحدث</translation>
    </message>
    <message>
        <source>details of the release</source>
        <translation>بيانات التعريف</translation>
    </message>
    <message>
        <source>confirming</source>
        <translation>تأكيد</translation>
    </message>
    <message>
        <source>fix</source>
        <translation>إصلاح</translation>
    </message>
</context>
<context>
    <name>DatePicker</name>
    <message>
        <source>No date</source>
        <translation>بلا تاريخ</translation>
    </message>
    <message>
        <source>One day earlier, by moon sighting</source>
        <translation>قبلها بيوم، بحسب رؤية الهلال</translation>
    </message>
    <message>
        <source>One day later, by moon sighting</source>
        <translation>بعدها بيوم، بحسب رؤية الهلال</translation>
    </message>
    <message>
        <source>Day of the release</source>
        <translation>يوم البيان</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تنبيه</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>اقتراح</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Subheadline</source>
        <translation>العنوان الفرعي</translation>
    </message>
    <message>
        <source>Dateline</source>
        <translation>سطر المكان والتاريخ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Paragraph {number}</source>
        <translation>الفقرة {number}</translation>
    </message>
    <message>
        <source>The whole release</source>
        <translation>البيان كله</translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message>
        <source>Findings</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Nothing to mend</source>
        <translation>لا شيء يحتاج إلى إصلاح</translation>
    </message>
    <message>
        <source>The checks find no fault in this release.</source>
        <translation>اجتاز البيان الفحوص كلها.</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>لا أخطاء</numerusform>
            <numerusform>خطأ واحد</numerusform>
            <numerusform>خطآن</numerusform>
            <numerusform>%n أخطاء</numerusform>
            <numerusform>%n خطأً</numerusform>
            <numerusform>%n خطأ</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix all safe ({count})</source>
        <translation>إصلاح كل الآمن ({count})</translation>
    </message>
</context>
<context>
    <name>HeadForm</name>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Date of the release</source>
        <translation>تاريخ البيان</translation>
    </message>
    <message>
        <source>Add the date</source>
        <translation>أضف التاريخ</translation>
    </message>
    <message>
        <source>{size} of {limit} characters</source>
        <translation>{size} من {limit} حرفًا</translation>
    </message>
</context>
<context>
    <name>KindsMargin</name>
    <message>
        <source>Lead</source>
        <translation>مقدمة</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>فقرة</translation>
    </message>
    <message>
        <source>Subheading</source>
        <translation>عنوان فرعي</translation>
    </message>
    <message>
        <source>List item</source>
        <translation>بند</translation>
    </message>
    <message>
        <source>About us</source>
        <translation>نبذة</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>للتواصل</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>مشكلة</translation>
    </message>
</context>
<context>
    <name>PageEditor</name>
    <message>
        <source>Write the lead here</source>
        <translation>اكتب المقدمة هنا</translation>
    </message>
</context>
<context>
    <name>ReleaseView</name>
    <message>
        <source>Select the words of the quotation first.</source>
        <translation>حدِّد كلمات الاقتباس أولًا.</translation>
    </message>
    <message>
        <source>Text of the release</source>
        <translation>نص البيان</translation>
    </message>
</context>
<context>
    <name>SpeakerMenu</name>
    <message>
        <source>Nobody named</source>
        <translation>متحدث غير مسمى</translation>
    </message>
    <message>
        <source>Not a quotation</source>
        <translation>ليس اقتباسًا</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>لا كلمات</numerusform>
            <numerusform>كلمة واحدة</numerusform>
            <numerusform>كلمتان</numerusform>
            <numerusform>%n كلمات</numerusform>
            <numerusform>%n كلمةً</numerusform>
            <numerusform>%n كلمة</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>لم يُحفظ</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>حُفظ {time}</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>For approval</source>
        <translation>للاعتماد</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>معتمد</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>منشور</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>تصويب</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Exporting…</source>
        <translation>جارٍ التصدير…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Bayan</source>
        <translation>بيان</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Language of the interface</source>
        <translation>لغة الواجهة</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message numerus="yes">
        <source>%n fix(es) taken</source>
        <translation>
            <numerusform>لم يُطبَّق أي إصلاح</numerusform>
            <numerusform>طُبِّق إصلاح واحد</numerusform>
            <numerusform>طُبِّق إصلاحان</numerusform>
            <numerusform>طُبِّقت %n إصلاحات</numerusform>
            <numerusform>طُبِّق %n إصلاحًا</numerusform>
            <numerusform>طُبِّق %n إصلاح</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Exported: {names}</source>
        <translation>صُدِّر: {names}</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Releases and texts</source>
        <translation>بيانات ونصوص</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Kept in {path}</source>
        <translation>محفوظ في {path}</translation>
    </message>
    <message>
        <source>New release</source>
        <translation>بيان جديد</translation>
    </message>
    <message>
        <source>Bayan</source>
        <translation>بيان</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>إغلاق دون حفظ</translation>
    </message>
</context>
</TS>
