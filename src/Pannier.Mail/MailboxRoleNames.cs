namespace Pannier.Mail;

/// <summary>What servers and clients call the mailboxes that have a role, folded as <see cref="MailboxRoles"/> folds.</summary>
internal static class MailboxRoleNames
{
    /// <summary>English first, since most servers make English names whatever their users speak; then by language.</summary>
    public static IReadOnlyList<(MailboxRole Role, string[] Names)> All { get; } =
    [
        (MailboxRole.Sent,
        [
            "sent", "sentitems", "sentmail", "sentmessages", "outbox sent",
            "gesendet", "gesendeteobjekte", "gesendetenachrichten", "gesendeteelemente", // German
            "envoyes", "messagesenvoyes", "elementsenvoyes", // French
            "enviados", "enviadas", "elementosenviados", "mensajesenviados", "correoenviado", // Spanish
            "itensenviados", "mensagensenviadas", // Portuguese
            "inviati", "inviata", "postainviata", "elementiinviati", // Italian
            "verzonden", "verzondenitems", "verzondenberichten", // Dutch
            "skickat", "skickade", "skickadeobjekt", // Swedish
            "sendt", "sendtepost", "sendteelementer", "sendtmail", // Danish, Norwegian
            "lahetetyt", "lahetetytviestit", // Finnish
            "wyslane", "elementywyslane", // Polish
            "odeslane", "odeslanaposta", "odoslane", // Czech, Slovak
            "elkuldott", "elkuldottelemek", // Hungarian
            "trimise", "elementetrimise", // Romanian
            "отправленные", "надіслані", // Russian, Ukrainian
            "απεσταλμενα", // Greek
            "gonderilmis", "gonderilenler", "gonderilmisogeler", // Turkish
            "送信済み", "送信済みメール", "送信済みアイテム", // Japanese
            "已发送", "已发送邮件", "寄件備份", "已傳送", // Chinese
            "보낸편지함", "보낸메일함", // Korean
        ]),
        (MailboxRole.Drafts,
        [
            "drafts", "draft",
            "entwurfe", "entwurf", "brouillons", "brouillon", "borradores", "borrador", "rascunhos", "rascunho", "bozze", "bozza",
            "concepten", "concept", "utkast", "kladder", "kladde", "luonnokset", "koncepty", "robocze", "wersjerobocze", "rozepsane", "rozpracovane",
            "piszkozatok", "ciorne", "schite", "черновики", "чернетки", "προχειρα", "taslaklar", "下書き", "草稿", "草稿箱", "草稿夹", "임시보관함",
        ]),
        (MailboxRole.Trash,
        [
            "trash", "deleted", "deleteditems", "deletedmessages", "bin", "wastebasket",
            "papierkorb", "geloscht", "geloschteobjekte", "geloschteelemente", "corbeille", "poubelle", "elementssupprimes", "messagessupprimes", "supprimes",
            "papelera", "eliminados", "elementoseliminados", "lixo", "lixeira", "itenseliminados", "itensexcluidos", "cestino", "postaeliminata", "eliminata",
            "prullenbak", "prullenmand", "verwijderd", "verwijderdeitems", "papperskorg", "papperskorgen", "borttaget", "papirkurv", "slettetpost", "slettedeelementer",
            "papperikori", "roskakori", "poistetut", "kosz", "elementyusuniete", "kos", "odstranenaposta", "odstranene", "lomtar", "toroltelemek",
            "cosdegunoi", "gunoi", "elementesterse", "корзина", "удаленные", "кошик", "видалені", "καδος", "διαγραμμενα", "cop", "copkutusu", "silinmisogeler",
            "ごみ箱", "ゴミ箱", "削除済みアイテム", "已删除", "已删除邮件", "垃圾桶", "刪除的郵件", "휴지통",
        ]),
        (MailboxRole.Junk,
        [
            "junk", "spam", "junkmail", "junkemail", "junkemail", "bulkmail", "bulk",
            "spamverdacht", "unerwunscht", "werbung", "pourriel", "indesirable", "indesirables", "courrierindesirable", "correonodeseado", "nodeseado",
            "lixoeletronico", "lixoeletrônico", "postaindesiderata", "indesiderata", "ongewenst", "ongewenstepost", "ongewenstemail", "skrappost", "skrapppost", "uonsketmail", "uonsketpost",
            "sokerasposti", "roskaposti", "wiadomoscismieci", "niechciane", "nevyzadanaposta", "levelszemet", "спам", "нежелательная почта", "нежелательнаяпочта",
            "ανεπιθυμητα", "ανεπιθυμητη", "onemsiz", "istenmeyen", "gereksiz", "迷惑メール", "垃圾邮件", "垃圾郵件", "스팸", "스팸메일함", "정크메일",
        ]),
        (MailboxRole.Archive,
        [
            "archive", "archives", "archived",
            "archiv", "archivio", "archivo", "archivados", "arquivo", "arquivados", "archief", "arkiv", "arkisto", "archiwum", "archivum", "arhiva",
            "архив", "архів", "αρχειο", "arsiv", "アーカイブ", "存档", "归档", "封存", "보관함", "보관",
        ]),
        (MailboxRole.Flagged, ["starred", "flagged"]),
    ];
}
