namespace Pannier.Mail.Senders;

/// <summary>A reason to look twice at who sent a message. All texts in it are the sender's.</summary>
public abstract record SenderWarning
{
    private SenderWarning()
    {
    }

    /// <summary>The domain in From looks like one the person has to do with.</summary>
    public sealed record Looks(HostName Domain, HostName Like) : SenderWarning;

    /// <summary>The name is that of somebody the person writes to, the address is not.</summary>
    public sealed record NameOfAnother(string Name, string KnownAddress) : SenderWarning;

    /// <summary>The name holds an address of another domain than the sender's.</summary>
    public sealed record AddressInName(string Address) : SenderWarning;

    /// <summary>Answers would go to another domain than the one it came from.</summary>
    public sealed record AnswersElsewhere(string Address) : SenderWarning;

    /// <summary>It gives itself out as from the person's own domain, which the server did not find proven.</summary>
    public sealed record OwnDomain(HostName Domain) : SenderWarning;

    /// <summary>It has several senders, or several From fields: programs differ in which they show.</summary>
    public sealed record ManySenders(int Count) : SenderWarning;

    /// <summary>It carries a better answer in the name of the person's server than the server's own.</summary>
    public sealed record ForgedAnswer(string Server) : SenderWarning;

    /// <summary>Nothing came from this address before, and nothing was sent to it.</summary>
    public sealed record FirstContact(string Address) : SenderWarning;
}
