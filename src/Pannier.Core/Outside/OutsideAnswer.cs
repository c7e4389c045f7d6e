namespace Pannier.Core.Outside;

/// <summary>What a back end said to a name and a password.</summary>
public abstract record OutsideAnswer
{
    private OutsideAnswer()
    {
    }

    public sealed record Right(OutsidePerson Person) : OutsideAnswer;

    public sealed record Wrong : OutsideAnswer;

    /// <summary>It could not be asked, or would not say.</summary>
    public sealed record Unavailable : OutsideAnswer;
}
