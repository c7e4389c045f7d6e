namespace Pannier.Core.Outside;

/// <summary>Who opens the data of people whom somebody vouches for without a secret of theirs.</summary>
public enum DataOpener
{
    /// <summary>They themselves, by a passphrase of their own or a passkey that gives a key: nobody reads it while they are away.</summary>
    Person,

    /// <summary>The site, by its own key, as soon as somebody vouches for them. Whoever runs the site, or has its database and its key, can read it while they are away.</summary>
    Site,
}
