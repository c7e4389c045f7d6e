namespace Pannier.Mail.Parts;

/// <summary>A file is not what it says of itself, or more than is looked into: its list, or what was to be taken out of it, ends here.</summary>
public sealed class PartFault : Exception
{
    public PartFault()
    {
    }

    public PartFault(string message)
        : base(message)
    {
    }

    public PartFault(string message, Exception inner)
        : base(message, inner)
    {
    }
}
