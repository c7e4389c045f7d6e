namespace Pannier.Core.Sealing;

/// <summary>Whether the answers of a session are sealed where the site seals them.</summary>
public enum AnswerSealing
{
    On,

    /// <summary>The person turned it off for this session: their browser runs no script.</summary>
    Off,
}
