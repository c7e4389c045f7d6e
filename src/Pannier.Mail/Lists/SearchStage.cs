namespace Pannier.Mail.Lists;

public enum SearchStage
{
    /// <summary>Not asked yet.</summary>
    Waiting,
    Asking,
    Done,
    Failed,

    /// <summary>The person, or another search, ended it.</summary>
    Stopped,
}
