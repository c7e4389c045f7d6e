namespace Pannier.Modules.Compose;

/// <summary>What the buttons of the form say.</summary>
public enum DraftAct
{
    /// <summary>Keeps it in the journal and shows the form again; files chosen go with it.</summary>
    Attach,

    /// <summary>Keeps it in the server's Drafts mailbox as well.</summary>
    Draft,
    Send,

    /// <summary>Throws it away, asked first.</summary>
    Discard,
}
